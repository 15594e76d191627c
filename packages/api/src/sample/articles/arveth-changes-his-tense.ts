import type { SampleArticle } from '../sample-content.ts';

export const arvethChangesHisTense: SampleArticle = {
  slug: 'arveth-changes-his-tense',
  section: 'Interview',
  genre: 'original',
  headline: 'Arveth changes his tense',
  standfirst:
    'The leader of the Drenn Valley Movement now says that fighting could stop while the army is leaving. He would like it noticed that he did not say *before*.',
  byline: { authors: ['miriam-aldercott', 'ruth-vennery'] },
  topics: ['settlements'],
  sources: ['arveth-interview', 'guarantors-communique', 'presidency-briefing'],
  fate: { state: 'published', at: '2026-02-05T06:00:00.000Z' },
  body: `
Kol Arveth receives visitors in a schoolroom, at a child’s desk, with his back to a map from which the names have been scraped. He is courteous and slow. He has been asked about a ceasefire, he reckons, in some four hundred interviews, and has given the same answer in all of them. On 29 January he gave another.

‘We will stop when they are leaving,’ he said. ‘Not when they say that they will leave. When the lorries are on the road and somebody has counted them.’ We asked whether that meant that the fighting could stop while soldiers were still in the valley. He took some time over it. ‘If they are moving, then they are still there. Yes. That is what *moving* means.’

It is a change of tense and it is also, by any fair reading, a change of position. For six years the Movement’s public demand has been that the last soldier must be gone first. In the interview, which was on the record and recorded by both sides, its leader said that the Movement would accept a ceasefire as long as the withdrawal is under way and is counted by others. He declined to call it a concession. He preferred ‘grammar’.

## The counters

Who the others might be is the second piece of news. Until now the Movement has said nothing publicly about foreign monitors. Arveth named a number, a hundred and twenty, and a condition: they may come, he said, if they carry no arms and no flag but their own commission’s. He would not have observers from the guarantor states themselves. ‘A man who has sold rifles to one side should not hold the notebook.’

The Council of Guarantors, meeting in Osmere on the Monday, was quick and not altogether tidy. Its communiqué says that the Council supports an unarmed commission drawn from states outside the basin. It says nothing about numbers. Velmark’s foreign minister, Ansa Korrin, went somewhat further before the cameras: Velmark would pay for the first year, she said, in exchange for a seat on the commission’s board. That sits awkwardly beside the notebook remark, and we understand that she has been told so.

## What has not moved

On the prisoners taken at Orrel bridge, nothing. They must come home before any paper is signed, Arveth said, and when we observed that a year ago his Movement had wanted them home before talks began, he said that talks had begun, and looked around the schoolroom as though to prove it.

The Presidency in Kessim has chosen not to be impressed. An adviser to the President told us that the government is open to a pause, but that it will not publish a timetable which the Movement can hold up as a victory. A timetable that may not be published is, of course, very nearly what the Movement’s people said indoors fifteen months ago that they could live with.

The sceptics’ case should be put. Tenses are cheap. The field commanders, whose pay and reputation depend on the old sentence, were not in the schoolroom, and the Movement’s radio has not so far broadcast the interview. But a leader who wished merely to float an idea would have sent somebody else to float it. He would not have let us keep the tape.
`,
  findings: [
    {
      key: 'movement-accepts-ceasefire-while-leaving',
      proposition:
        'The Movement would accept a ceasefire as long as the army’s withdrawal is under way and is counted by others.',
      holders: [
        { actor: 'drenn-valley-movement', basis: 'direct' },
        { actor: 'kol-arveth', basis: 'direct' },
      ],
      stance: 'accepts_if',
      modality: 'would',
      register: 'public',
      conditions: [
        {
          kind: 'as_long_as',
          text: 'the army’s withdrawal is under way and is counted by others',
        },
      ],
      asOf: '2026-01-29',
      issues: ['ceasefire'],
      places: ['drenn-valley'],
      quote:
        'the Movement would accept a ceasefire as long as the withdrawal is under way and is counted by others',
      from: { source: 'arveth-interview' },
      replaces: { key: 'movement-refuses-pause-public', kind: 'position_change' },
      links: [{ kind: 'supports', to: 'movement-open-to-pause-private' }],
    },
    {
      key: 'movement-accepts-monitors-public',
      proposition:
        'The Movement publicly accepts foreign monitors if they carry no arms and no flag but their own commission’s.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'direct' }],
      stance: 'accepts_if',
      register: 'public',
      conditions: [
        { kind: 'if', text: 'they carry no arms and no flag but their own commission’s' },
      ],
      asOf: '2026-01-29',
      issues: ['foreign-monitors'],
      quote: 'they may come, he said, if they carry no arms and no flag but their own commission’s',
      from: { source: 'arveth-interview' },
      replaces: { key: 'movement-still-silent-on-monitors', kind: 'position_change' },
    },
    {
      key: 'guarantors-support-outside-commission',
      proposition:
        'The Council of Guarantors supports an unarmed monitoring commission drawn from states outside the basin.',
      holders: [{ actor: 'council-of-guarantors', basis: 'direct' }],
      stance: 'supports',
      register: 'public',
      asOf: '2026-02-02',
      issues: ['foreign-monitors'],
      quote: 'the Council supports an unarmed commission drawn from states outside the basin',
      from: { source: 'guarantors-communique' },
      links: [{ kind: 'supports', to: 'movement-accepts-monitors-public' }],
    },
    {
      key: 'velmark-pays-for-seat',
      proposition:
        'Velmark would pay for the commission’s first year in exchange for a seat on its board.',
      holders: [
        { actor: 'velmark', basis: 'direct' },
        { actor: 'ansa-korrin', basis: 'direct' },
      ],
      stance: 'pledges',
      modality: 'would',
      register: 'public',
      conditions: [{ kind: 'in_exchange_for', text: 'a seat on its board' }],
      scope: { text: 'the first year', edtf: null },
      asOf: '2026-02-02',
      issues: ['foreign-monitors'],
      quote:
        'Velmark would pay for the first year, she said, in exchange for a seat on the commission’s board',
      from: { source: 'guarantors-communique' },
      links: [{ kind: 'undercuts', to: 'guarantors-support-outside-commission' }],
    },
    {
      key: 'movement-prisoners-before-signature',
      proposition:
        'The Movement requires the Orrel bridge prisoners to come home before any paper is signed.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'direct' }],
      stance: 'requires',
      modality: 'must',
      register: 'public',
      asOf: '2026-01-29',
      shift: {
        kind: 'softening',
        reason: 'It used to want them home before anybody talked. Now it talks, and will not sign.',
      },
      issues: ['amnesty-and-prisoners'],
      quote: 'They must come home before any paper is signed',
      from: { source: 'arveth-interview' },
      replaces: { key: 'movement-requires-prisoners', kind: 'position_change' },
    },
    {
      key: 'presidency-open-to-unpublished-timetable',
      proposition:
        'The Presidency is open to a pause as long as no timetable is published that the Movement can present as a victory.',
      holders: [{ actor: 'presidency-of-tarsova', basis: 'second_hand' }],
      stance: 'open_to',
      register: 'private',
      conditions: [
        {
          kind: 'as_long_as',
          text: 'no timetable is published that the Movement can present as a victory',
        },
      ],
      asOf: '2026-02',
      issues: ['ceasefire'],
      quote:
        'the government is open to a pause, but that it will not publish a timetable which the Movement can hold up as a victory',
      from: { source: 'presidency-briefing' },
      links: [{ kind: 'qualifies', to: 'movement-accepts-ceasefire-while-leaving' }],
    },
  ],
};
