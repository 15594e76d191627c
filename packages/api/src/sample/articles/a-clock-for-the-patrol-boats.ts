import type { SampleArticle } from '../sample-content.ts';

export const aClockForThePatrolBoats: SampleArticle = {
  slug: 'a-clock-for-the-patrol-boats',
  section: 'Brief',
  genre: 'original',
  headline: 'Velmark’s navy will give its officers thirty seconds',
  standfirst: 'The boats are to be refitted with a timer that nobody on shore can alter.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['sea-and-technology'],
  sources: ['admiralty-order-17'],
  fate: { state: 'scheduled', at: '2026-09-24T11:00:00.000Z', inDays: 5 },
  body: `
The Admiralty of Velmark has ordered that no question put by a crewless vessel shall lapse in less than thirty seconds. The order binds from the spring, when the first six hulls come back from refit with a sealed timer.

The Coast Service of the Isles, which had asked for a minute and a name, said that it welcomes the clock and is still waiting for the name.
`,
  findings: [
    {
      key: 'admiralty-orders-thirty-seconds',
      proposition:
        'The Admiralty pledges that no question put by a crewless vessel will lapse in under thirty seconds.',
      holders: [{ actor: 'admiralty-of-velmark', basis: 'direct' }],
      stance: 'pledges',
      modality: 'will',
      register: 'public',
      scope: { text: 'from the spring', edtf: '2027-03/..' },
      asOf: '2026-09-23',
      issues: ['crewless-patrols'],
      places: ['sarn-sea'],
      quote: 'no question put by a crewless vessel shall lapse in less than thirty seconds',
      from: { source: 'admiralty-order-17' },
    },
  ],
};
