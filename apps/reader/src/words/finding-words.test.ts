import { expect, test } from 'vitest';
import { heldInWords } from './finding-words.ts';

test.each([
  ['private', '3 May 2031', 'Said in private, 3 May 2031.'],
  ['public', null, 'Said in public.'],
  ['unknown', 'in 2031', 'Held in 2031.'],
  ['unknown', null, ''],
] as const)('of %s and %s only what is known is printed', (register, held, said) => {
  expect(heldInWords(register, held)).toBe(said);
});
