import { expect, test } from 'vitest';
import { quotationMarks } from './quotation-marks.ts';

test.each([
  ['en', '“a ‘b’ c”'],
  ['en-GB', '“a ‘b’ c”'],
  ['de-AT', '„a ‚b‘ c“'],
  ['fr', '«\u202fa “b” c\u202f»'],
  ['fr-CH', '«a ‹b› c»'],
  ['pt-BR', '“a ‘b’ c”'],
  ['pt-PT', '«a “b” c»'],
  ['sr-Latn', '„a ’b’ c”'],
  ['uk', '«a „b“ c»'],
])('in %s words are quoted as %s', (language, expected) => {
  const marks = quotationMarks(language);
  const [opening, closing] = marks?.outer ?? [];
  const [innerOpening, innerClosing] = marks?.inner ?? [];
  expect(`${opening}a ${innerOpening}b${innerClosing} c${closing}`).toBe(expected);
});

test('a language whose marks are not known has none', () => {
  expect(quotationMarks('sw')).toBeNull();
});
