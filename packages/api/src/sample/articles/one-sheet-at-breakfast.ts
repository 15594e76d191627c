import type { SampleArticle } from '../sample-content.ts';

export const oneSheetAtBreakfast: SampleArticle = {
  slug: 'one-sheet-at-breakfast',
  section: 'Brief',
  genre: 'original',
  headline: 'Sohravan and Velmark agree to read one gauge, and settle on six summers',
  standfirst:
    'A second instrument below the dam at Ashkand, and a number between the two they began with.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['water'],
  sources: ['ashkand-exchange-of-letters'],
  fate: { state: 'published', at: '2026-04-16T12:00:00.000Z' },
  body: `
The reservoir at Ashkand will be filled over six summers, and the river below it will be measured by a gauge that belongs to nobody in particular. Letters exchanged on Tuesday between Sohravan and Velmark, with Tarsova’s assent, put the new instrument under the Zelan Basin Commission.

For both capitals it is a departure. Velmark accepts a filling over six summers if the joint gauge is in service before the first of them; it had publicly insisted on eight. Sohravan’s Ministry of Waters supports the daily publication of the readings, without conditions. A year ago it would consider that only after a general agreement with its neighbours.

The first reading is due on the first of June. It will be posted, the letters say, *in the square at Ashkand and on the Commission’s page at the same hour*.
`,
  findings: [
    {
      key: 'velmark-accepts-six-summers',
      proposition:
        'Velmark accepts a filling over six summers if the joint gauge is in service before the first of them.',
      holders: [{ actor: 'velmark', basis: 'direct' }],
      stance: 'accepts_if',
      register: 'public',
      conditions: [{ kind: 'if', text: 'the joint gauge is in service before the first of them' }],
      scope: { text: 'six summers', edtf: '2026/2031' },
      asOf: '2026-04-14',
      issues: ['ashkand-reservoir'],
      places: ['ashkand'],
      quote:
        'Velmark accepts a filling over six summers if the joint gauge is in service before the first of them',
      from: { source: 'ashkand-exchange-of-letters' },
      replaces: { key: 'velmark-rejects-five-summers', kind: 'position_change' },
      links: [{ kind: 'supports', to: 'velmark-private-six-summers' }],
    },
    {
      key: 'sohravan-supports-daily-data',
      proposition:
        'Sohravan’s Ministry of Waters supports the daily publication of gauge readings, without conditions.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'supports',
      register: 'public',
      asOf: '2026-04-14',
      issues: ['flow-data'],
      places: ['ashkand'],
      quote:
        'Sohravan’s Ministry of Waters supports the daily publication of the readings, without conditions',
      from: { source: 'ashkand-exchange-of-letters' },
      replaces: { key: 'solvani-daily-data-after-agreement', kind: 'position_change' },
      links: [{ kind: 'supports', to: 'villagers-want-gauge-on-wall' }],
    },
  ],
};
