import type { SampleArticle } from '../sample-content.ts';

/** A draft just begun. */
export const whatTheDeltaDrinks: SampleArticle = {
  slug: 'what-the-delta-drinks',
  section: '',
  genre: 'original',
  headline: 'What the delta drinks',
  standfirst: '',
  byline: { authors: ['ruth-vennery'] },
  topics: [],
  sources: [],
  note: 'Waiting for the October readings.',
  fate: { state: 'draft', at: '2026-09-21T13:20:00.000Z' },
  body: `
## Salt

By the end of August the eastern channels were tasting of the sea as far up as Lower Ferry.
`,
  findings: [],
};
