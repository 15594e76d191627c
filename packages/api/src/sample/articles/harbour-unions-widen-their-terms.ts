import type { SampleArticle } from '../sample-content.ts';

export const harbourUnionsWidenTheirTerms: SampleArticle = {
  slug: 'harbour-unions-widen-their-terms',
  section: 'Brief',
  genre: 'original',
  headline: 'Harbour unions add apprentices to their price for the grid',
  standfirst: 'The Federation still backs the pool, and now wants four hundred places with it.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['economy'],
  sources: ['harbour-unions-resolution'],
  fate: { state: 'published', at: '2025-10-08T14:00:00.000Z' },
  body: `
The Federation of Harbour Unions has widened its terms for the pooling of reserve power along the Sarn coast. By a resolution of its executive it will support the scheme only if the converter stations are built in the ports and four hundred apprentices are taken on with them. In June it had asked for the stations alone.

The operators have not replied. Jory Pennack, the general secretary, said that the number was a floor, and that he would rather lose the stations than take them without the places. ‘A port without apprentices is a car park with a view,’ he said.
`,
  findings: [
    {
      key: 'unions-back-pool-if-ports-and-places',
      proposition:
        'The Harbour Unions will support the grid pool only if the stations are built in the ports and four hundred apprentices are taken on.',
      holders: [{ actor: 'federation-of-harbour-unions', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'will',
      register: 'public',
      conditions: [
        {
          kind: 'if',
          text: 'the stations are built in the ports and four hundred apprentices are taken on',
        },
      ],
      asOf: '2025-10-07',
      issues: ['grid-pool'],
      quote:
        'it will support the scheme only if the converter stations are built in the ports and four hundred apprentices are taken on with them',
      from: { source: 'harbour-unions-resolution' },
      replaces: { key: 'unions-back-pool-if-ports', kind: 'position_change' },
    },
    {
      key: 'pennack-rather-lose-stations',
      proposition:
        'Jory Pennack would rather lose the stations than take them without the apprenticeships.',
      holders: [{ actor: 'jory-pennack', basis: 'direct' }],
      stance: 'refuses',
      polarity: 'negative',
      modality: 'would',
      register: 'public',
      asOf: '2025-10-07',
      issues: ['grid-pool'],
      quote: 'he would rather lose the stations than take them without the places',
      from: { source: 'harbour-unions-resolution' },
      links: [{ kind: 'supports', to: 'unions-back-pool-if-ports-and-places' }],
    },
  ],
};
