import { expect, it } from 'vitest';
import { withoutMarks } from './without-marks.ts';

it.each([
  ['Ålesund²', 'Alesund2'],
  ['ﬁlm', 'film'],
  ['كَتَبَ', 'كتب'],
  ['Straße', 'Straße'],
])('%s becomes %s', (text, plain) => {
  expect(withoutMarks(text)).toBe(plain);
});
