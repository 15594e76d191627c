import { expect, test } from 'vitest';
import { aFinding, anActor, anIssue, aPlace, aSource, ids, times } from '../testing/builders.ts';
import type { PlainFields } from './finding-fields.ts';
import { findingFacts, heldInWords } from './finding-labels.ts';
import { findingViewOf } from './finding-view-of.ts';

test.each([
  ['private', '3 May 2031', 'Said in private, 3 May 2031.'],
  ['public', null, 'Said in public.'],
  ['unknown', 'in 2031', 'Held in 2031.'],
  ['unknown', null, ''],
] as const)('of %s and %s only what is known is printed', (register, held, said) => {
  expect(heldInWords(register, held)).toBe(said);
});

/** The facts that readers see of a finding in an article in English. */
const factsOf = (finding: Pick<PlainFields, 'saidIn'> | Pick<PlainFields, 'occasion'>) =>
  findingFacts(
    findingViewOf({
      finding: aFinding(finding),
      article: { id: ids.article, slug: 'a', headline: 'A', language: 'en', direction: 'ltr' },
      publishedAt: times.published,
      locale: 'en',
      ...{ sources: [aSource()], waivers: [], actors: [anActor()], issues: [anIssue()] },
      places: [aPlace()],
    }),
    { language: 'en' },
  ).map(({ sentence }) => sentence);

test.each([
  ['another language', 'ps', ['Said in Pashto.']],
  ['a language of one country', 'fa-AF', ['Said in Dari.']],
  ['the language of the article', 'en', []],
  ['nobody knows which', null, []],
])('given %s then that is told only where it tells something', (_, saidIn, facts) => {
  expect(factsOf({ saidIn })).toEqual(facts);
});

test('the occasion is told in words', () => {
  expect(factsOf({ occasion: 'Talks in Selk' })).toEqual(['Occasion: Talks in Selk.']);
});
