import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each([
  ['en', 'ltr'],
  ['fa', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ur', 'rtl'],
  ['he', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ff-Adlm', 'rtl'],
  ['zh', 'ltr'],
  ['', 'ltr'],
  ['not a tag', 'ltr'],
])('%j is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
