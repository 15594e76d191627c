import { Slug } from '@viewpoints/domain/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOrRandom, suggestedSlug } from './suggest-slug.ts';

test('a title in Latin letters suggests a slug at once, others once their script is loaded', async () => {
  expect(suggestedSlug('The Préfet’s Office (Łódź)')).toBe('the-prefets-office-lodz');
  expect(suggestedSlug('EU 与中国的谈判')).toBe('');
  expect(await slugOrRandom('طالبان', 'actor')).toBe('talban');
  expect(suggestedSlug('EU 与中国的谈判')).toBe('eu-yu-zhong-guo-de-tan-pan');
});

test('what is created by its name alone has a slug, whatever the name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (name) => {
      expect(Slug.safeParse(await slugOrRandom(name, 'actor')).success).toBe(true);
    }),
  );
  expect(await slugOrRandom('—', 'actor')).toMatch(/^actor-[0-9a-f]{8}$/);
});
