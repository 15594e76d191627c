import type { SampleArticle } from '../sample-content.ts';

export const theArithmeticOfAshkand: SampleArticle = {
  slug: 'the-arithmetic-of-ashkand',
  section: 'Analysis',
  genre: 'analysis',
  headline: 'The arithmetic of the Ashkand reservoir',
  standfirst:
    'Sohravan wants to fill its new reservoir in five summers. Velmark says the delta cannot spare three of them. Both are quoting the same gauge.',
  byline: { authors: ['tobias-renshall'] },
  topics: ['water', 'law-and-institutions'],
  sources: [
    'ashkand-filling-plan',
    'velmark-reply-2025',
    'basin-gauge-bulletin',
    'velmark-hydrologist',
  ],
  fate: {
    state: 'published',
    at: '2025-03-27T06:00:00.000Z',
    corrections: [
      {
        at: '2025-04-02T10:15:00.000Z',
        changes: [
          {
            was: 'the plan would hold back a third of the flow of an average summer',
            now: 'the plan would hold back a fifth of the flow of an average summer',
          },
        ],
        notice: {
          was: 'We wrote that the filling plan would hold back a third of the flow of an average summer.',
          now: 'It would hold back a fifth. A third is what it would hold back in the driest summer on record.',
          why: 'We read the figure from the wrong row of the plan’s third table.',
          severity: 'correction',
        },
        finding: 'plan-holds-a-third',
        findings: [
          {
            key: 'plan-holds-a-fifth',
            proposition:
              'Sohravan’s filling plan would hold back a fifth of the flow of an average summer.',
            holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
            stance: 'proposes',
            modality: 'would',
            register: 'public',
            scope: { text: 'five summers from 2026', edtf: '2026/2030' },
            asOf: '2025-03',
            issues: ['ashkand-reservoir'],
            places: ['ashkand'],
            quote: 'the plan would hold back a fifth of the flow of an average summer',
            locators: [{ source: 'ashkand-filling-plan', locator: 'table 3, row 2' }],
            from: { source: 'ashkand-filling-plan' },
            replaces: { key: 'plan-holds-a-third', kind: 'correction' },
          },
        ],
      },
    ],
  },
  body: `
A reservoir is filled once and argued about for ever. The dam at Ashkand, in the gorge where the Zelan leaves Sohravan’s high country, was closed in all but name last autumn. What remains is the question of how fast the lake behind it may rise, and on that question two governments have been exchanging letters since the new year.

![A plain drawing of a river running from mountains in the north-east, past a dam, through a valley, to a delta on an enclosed sea.](zelan-basin "Drawn for this journal") The Zelan from its headwaters in Sohravan (top right) through the Drenn valley of Tarsova to the delta in Velmark. The bar across the river marks the dam at Ashkand.

## Five summers

Sohravan published its filling plan in the first week of March. It is a sober document, and in places a candid one. Over five summers, beginning in 2026, the plan would hold back a third of the flow of an average summer. In a dry summer it would hold back less, by a formula set out in an annex; in a very dry one, nothing. The Ministry of Waters will pass the whole of the river downstream in any summer that falls below the fourth decile, the plan says, and it gives the gauge by which the decile is to be measured.

The gauge is the trouble. It stands at Ashkand itself, above the dam, and it is read by Sohravan. The Ministry’s communiqué closes with a sentence that has since been much repeated on both banks: {fa rtl|«آب امانت است، نه غنیمت.»} Water is held in trust; it is not a prize. Nobody downstream objects to the sentiment. They would like to see the meter.

## Three that cannot be spared

Velmark’s reply rests on its own arithmetic. The delta’s eastern channels turn brackish when the summer flow at Lower Ferry drops below four hundred cubic metres a second, and on the record of the past thirty years that would happen in three of any five summers under the plan as published.^[The figure is Velmark’s own. The Basin Commission’s bulletin gives a range of two to four, depending on how much the valley farms of Tarsova take on the way.] The government in Osmere therefore asks for eight summers, not five. It has said publicly that it will not accept a filling of less than eight.

%lines The river at Lower Ferry, mean of each summer
id: 7c0ce7a2-5b1e-4f7e-9d0a-3a1f0c9b2e41
unit: cubic metres a second
shows: The mean flow of a summer at Lower Ferry fell from 520 cubic metres a second in 2015 to 435 in 2024. It stayed above 400, below which the eastern channels turn brackish.
source: Zelan Basin Commission, gauge bulletin
note: The gauge was not read in 2020. Places and figures are fictional.
| Summer | Measured | Channels turn brackish |
| 2015 | 520 | 400 |
| 2016 | 480 | 400 |
| 2017 | 455 | 400 |
| 2018 | 530 | 400 |
| 2019 | 470 | 400 |
| 2020 | | 400 |
| 2021 | 440 | 400 |
| 2022 | 495 | 400 |
| 2023 | 460 | 400 |
| 2024 | 435 | 400 |

In private the number is softer. A hydrologist who advises the government told us that six would do, provided that the gauge at Ashkand were read jointly. ‘The three extra summers are not about water,’ she said. ‘They are what you ask for when you cannot check the first five.’

>> The three extra summers are not about water. They are what you ask for when you cannot check the first five.

| | Sohravan’s plan | Velmark’s reply | What would satisfy both |
|---|---|---|---|
| Summers to fill | five | eight | six |
| Who reads the gauge | Sohravan | nobody yet | both, on one sheet |
| In a dry summer | a formula | a floor | a formula with a floor |

## The party that is not writing letters

Between the two lies Tarsova, whose valley takes a tenth of the river and whose government has been at war in that valley for six years. It has not commented on the plan. The Zelan Basin Commission, of which all three are members, could settle the question of the gauge tomorrow; its statute lets it place instruments anywhere on the main stem. It has proposed a second gauge, half a mile below the dam, to be read by its own staff and published every morning. The proposal has been on the table since January. Sohravan has said that it is studying it.

There is a case for patience here. Sohravan is the poorest of the three and has waited longest for its share of a river that rises on its own snow. A ministry that publishes its formula and its annexes has already given its neighbours more than they gave when they built their own works. But a formula is only as good as its first term, and the first term is a number that one party reads alone.

## What a gauge is for

It is easy to be lofty about instruments. They do not make trust, runs the objection; they only stand in for it. Precisely so. The two governments do not need to trust each other about the river. They need to be reading the same sheet of paper at breakfast. Once they are, the difference between five summers and eight will turn out to be about six.
`,
  findings: [
    {
      key: 'plan-holds-a-third',
      proposition:
        'Sohravan’s filling plan would hold back a third of the flow of an average summer.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'proposes',
      modality: 'would',
      register: 'public',
      scope: { text: 'five summers from 2026', edtf: '2026/2030' },
      asOf: '2025-03',
      issues: ['ashkand-reservoir'],
      places: ['ashkand'],
      quote: 'the plan would hold back a third of the flow of an average summer',
      from: { source: 'ashkand-filling-plan' },
    },
    {
      key: 'sohravan-pledges-dry-summers',
      proposition:
        'Sohravan pledges to pass the whole river downstream if the summer falls below the fourth decile at the Ashkand gauge.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'pledges',
      modality: 'will',
      register: 'public',
      conditions: [
        { kind: 'if', text: 'the summer falls below the fourth decile at the Ashkand gauge' },
      ],
      asOf: '2025-03',
      issues: ['minimum-flow'],
      places: ['ashkand'],
      quote:
        'The Ministry of Waters will pass the whole of the river downstream in any summer that falls below the fourth decile',
      locators: [{ source: 'ashkand-filling-plan', locator: 'annex B, para. 4' }],
      from: { source: 'ashkand-filling-plan' },
    },
    {
      key: 'sohravan-water-in-trust',
      proposition: 'Sohravan asserts that water is held in trust and is not a prize.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'asserts',
      register: 'public',
      asOf: '2025-03',
      issues: ['sharing-the-zelan'],
      quote: '«آب امانت است، نه غنیمت.» Water is held in trust; it is not a prize.',
      from: { source: 'ashkand-filling-plan' },
    },
    {
      key: 'velmark-rejects-five-summers',
      proposition:
        'Velmark publicly rejects a filling of the reservoir in less than eight summers.',
      holders: [{ actor: 'velmark', basis: 'direct' }],
      stance: 'rejects',
      polarity: 'negative',
      modality: 'will',
      register: 'public',
      asOf: '2025-03',
      issues: ['ashkand-reservoir'],
      quote: 'it will not accept a filling of less than eight',
      from: { source: 'velmark-reply-2025' },
      links: [{ kind: 'contradicts', to: 'plan-holds-a-third' }],
    },
    {
      key: 'velmark-private-six-summers',
      proposition:
        'In private an adviser to Velmark’s government would accept six summers if the gauge were read jointly.',
      holders: [
        { wording: 'a hydrologist who advises the government of Velmark', basis: 'direct' },
      ],
      stance: 'accepts_if',
      modality: 'would',
      register: 'private',
      conditions: [{ kind: 'if', text: 'the gauge were read jointly' }],
      asOf: '2025-03',
      issues: ['ashkand-reservoir', 'flow-data'],
      quote: 'six would do, provided that the gauge at Ashkand were read jointly',
      from: { source: 'velmark-hydrologist' },
      links: [{ kind: 'undercuts', to: 'velmark-rejects-five-summers' }],
    },
    {
      key: 'commission-proposes-second-gauge',
      proposition:
        'The Basin Commission proposes a second gauge below the dam, read by its own staff and published daily.',
      holders: [{ actor: 'zelan-basin-commission', basis: 'direct' }],
      stance: 'proposes',
      register: 'public',
      asOf: '2025-01',
      issues: ['flow-data'],
      places: ['ashkand'],
      quote:
        'It has proposed a second gauge, half a mile below the dam, to be read by its own staff and published every morning',
      locators: [{ source: 'basin-gauge-bulletin', locator: 'no. 112, p. 3' }],
      from: { source: 'basin-gauge-bulletin' },
    },
  ],
};
