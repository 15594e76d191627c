import type { SampleArticle } from '../sample-content.ts';

export const thePriceOfTheStrait: SampleArticle = {
  slug: 'the-price-of-the-strait',
  section: 'Analysis',
  genre: 'analysis',
  headline: 'The price of the strait',
  standfirst:
    'Velmark has put a number on the fees that it might share with the Hessary Isles. The Isles have put a question mark after it.',
  byline: { authors: ['imogen-strake'] },
  topics: ['economy', 'sea-and-technology'],
  sources: ['strait-fees-paper', 'farquist-speech'],
  fate: { state: 'in_review', at: '2026-09-22T10:30:00.000Z' },
  body: `
For eighty years the ships that pass between Velmark and the Hessary Isles have paid their fee at one end only. Now the Treasury in Osmere proposes to share it. The sum is nine million marks a year, and it would not rise with the traffic.

The premier in Port Annis has thanked the Treasury and asked what the sum is a share of. Edda Farquist would accept a fixed sum if the accounts of the strait were laid before both assemblies. It is the librarian’s survey over again. What is wanted is less the money than the right to see it counted.
`,
  findings: [
    {
      key: 'treasury-proposes-nine-million',
      proposition:
        'Velmark’s Treasury proposes to share a fixed nine million marks a year of the strait fees.',
      holders: [{ actor: 'treasury-of-velmark', basis: 'direct' }],
      stance: 'proposes',
      modality: 'would',
      register: 'public',
      asOf: '2026-09',
      issues: ['status-of-the-isles'],
      quote: 'The sum is nine million marks a year, and it would not rise with the traffic',
      locators: [{ source: 'strait-fees-paper', locator: 'p. 1' }],
      from: { source: 'strait-fees-paper' },
      links: [{ kind: 'supports', to: 'velmark-officials-open-to-fixed-sum' }],
    },
    {
      key: 'farquist-accepts-fixed-sum-if-accounts',
      proposition:
        'Edda Farquist would accept a fixed sum if the accounts of the strait were laid before both assemblies.',
      holders: [{ actor: 'edda-farquist', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'would',
      register: 'public',
      conditions: [
        { kind: 'if', text: 'the accounts of the strait were laid before both assemblies' },
      ],
      asOf: '2026-09',
      issues: ['status-of-the-isles'],
      quote:
        'Edda Farquist would accept a fixed sum if the accounts of the strait were laid before both assemblies',
      from: { source: 'strait-fees-paper' },
      proposedOnly: true,
    },
  ],
};
