import { Slug } from '@viewpoints/domain/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf, slugOrRandom } from './slug-of.ts';

test('reads like its headline', () => {
  expect(slugOf('What the Delta Drinks: Łódź’s “quiet” café, in 2031')).toBe(
    'what-the-delta-drinks-lodzs-quiet-cafe-in-2031',
  );
});

test('is cut at a word', () => {
  expect(slugOf('harbour '.repeat(30))).toMatch(/^(harbour-)+harbour$/);
});

test('is always a slug, whatever the script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(Slug.safeParse(slugOrRandom(text, 'actor')).success).toBe(true);
    }),
  );
  expect(slugOf('آن‌جا که آب')).toBe('');
});
