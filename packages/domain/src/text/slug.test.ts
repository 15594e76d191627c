import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Slug } from '../values.ts';
import { slugFromTitle, uniqueSlug } from './slug.ts';

describe('slugs', () => {
  test.each([
    ['Water before borders', 'water-before-borders'],
    ['  “Who’s next?” – 2031 & after ', 'whos-next-2031-and-after'],
    ['Smørrebrød, Œuvre, Straße, Łódź', 'smorrebrod-oeuvre-strasse-lodz'],
    ['İstanbul', 'istanbul'],
    ['آب پیش از مرز', 'fallback-1'],
    ['水は国境より先に', 'fallback-1'],
    ['Вода NATO', 'fallback-1'],
    ['—', 'fallback-1'],
    ['', 'fallback-1'],
  ])('given the title %j then %s', (title, expected) => {
    expect(slugFromTitle(title, 'fallback-1')).toBe(expected);
  });

  test('given any title then it is a slug, cut at a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        expect(Slug.safeParse(slugFromTitle(title, 'fallback-1')).success).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(slugFromTitle('word '.repeat(30), 'x')).toBe(Array(16).fill('word').join('-'));
  });

  test('given one is taken then the next number follows, however long it is', () => {
    const taken = new Set(['water', 'water-2', 'w'.repeat(100)]);
    expect(uniqueSlug('water', (slug) => taken.has(slug))).toBe('water-3');
    expect(Slug.parse(uniqueSlug('w'.repeat(100), (slug) => taken.has(slug)))).toMatch(/^w+-2$/);
  });
});
