import type { SampleArticle } from '../sample-content.ts';

export const theCommissionsWinterReport: SampleArticle = {
  slug: 'the-commissions-winter-report',
  section: 'Brief',
  genre: 'original',
  headline: 'First summer at Ashkand passed more water than promised',
  standfirst: 'The Basin Commission’s winter report is embargoed until its session opens.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['water'],
  sources: ['basin-winter-report'],
  fate: { state: 'scheduled', at: '2026-09-25T09:30:00.000Z', inDays: 9, embargoDays: 12 },
  body: `
In the first of its six summers the reservoir at Ashkand took in less water than it was entitled to. The joint gauge shows that a sixth of the summer’s flow was held back, where the letters between the two governments allowed a fifth.

The Ministry of Waters of Sohravan asserts that the difference was deliberate. The Commission’s own engineers put it down to a gate that stuck.
`,
  findings: [
    {
      key: 'sohravan-asserts-deliberate',
      proposition:
        'Sohravan’s Ministry of Waters asserts that it passed the additional water deliberately.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'asserts',
      register: 'public',
      scope: { text: 'the first of six summers', edtf: '2026-06/2026-08' },
      asOf: '2026-09',
      issues: ['ashkand-reservoir'],
      places: ['ashkand'],
      quote: 'The Ministry of Waters of Sohravan asserts that the difference was deliberate',
      from: { source: 'basin-winter-report' },
    },
  ],
};
