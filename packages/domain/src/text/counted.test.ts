import { expect, test } from 'vitest';
import { counted } from './counted.ts';

test.each([
  [0, '0 articles'],
  [1, '1 article'],
  [2, '2 articles'],
])('given %i and a regular noun then %j', (count, words) => {
  expect(counted(count, 'article')).toBe(words);
});

test('given its plural then that is used for all but one', () => {
  const entries = [0, 1, 2].map((count) => counted(count, 'entry', 'entries'));
  expect(entries).toEqual(['0 entries', '1 entry', '2 entries']);
});
