import type { SampleArticle } from '../sample-content.ts';

export const nobodyAskedTheTerraces: SampleArticle = {
  slug: 'nobody-asked-the-terraces',
  section: 'Notes from the room',
  genre: 'event_report',
  headline: 'Nobody asked the terraces',
  standfirst:
    'The settlement in the Drenn valley was made by people who live in towns. The Upland Council has now met to say what it makes of it.',
  byline: { authors: ['leila-farvand'] },
  topics: ['settlements', 'water'],
  sources: ['upland-council-meeting'],
  picks: ['among-the-walnut-branches', 'the-grammar-of-conditions'],
  fate: { state: 'published', at: '2026-08-20T06:00:00.000Z' },
  body: `
The Upland Council meets twice a year, in whichever village has slaughtered most recently, and it meets in the open so that nobody can claim not to have heard. On the second Sunday in August it met at Tes, on the last terrace before the pass. There were delegates from forty-four villages. The business was the Kessim Understanding, a document of nineteen articles in which the word ‘upland’ does not occur.

It was a good-tempered meeting, and not a submissive one. The Council supports the Understanding, its speaker announced at the end, since the alternative to it had been tried. But support in the uplands is a word with handles on it.

## The water first

What the valley calls the ceasefire the terraces call the return of the sluices. For six years, whoever held the headworks at Orrel let water up to his friends. Thirty-nine of the forty-four delegations said that they would judge the settlement by the sluices and by nothing else. It is not ideology. A terrace that misses two waterings is a staircase.

So the Council will take part in the local commissions, the speaker said, if the headworks are handed to the villages before the next sowing. He gave the date on which the upland sows. Nobody in Kessim, he thought, had it written down anywhere.

## The returned

The bitterest hour concerned the men who are coming back. The Understanding’s amnesty covers acts of war; it does not say what is to happen about a field that was sold by a cousin in the owner’s absence. The Council refuses any amnesty for the taking of land. ‘A man may be forgiven for the rifle,’ said a woman from one of the eastern villages, to applause that lasted until she sat down. ‘The wall is still in the wrong place.’

An officer of the Joint Commission attended, unarmed, with a notebook. He was given bread and asked to read his notes aloud at the end, which he did, haltingly and without omissions. It may be the first time in the history of monitoring that the monitored have checked the minutes.

1. The headworks, before sowing.
2. The walls, where they were.
3. A copy of the Understanding in a type that can be read by lamplight.

These were the resolutions. The third was carried unanimously.
`,
  findings: [
    {
      key: 'uplands-support-understanding',
      proposition: 'The Upland Council supports the Kessim Understanding.',
      holders: [{ actor: 'upland-council', basis: 'direct' }],
      stance: 'supports',
      register: 'public',
      asOf: '2026-08-09',
      issues: ['settlement'],
      places: ['drenn-valley'],
      quote: 'The Council supports the Understanding',
      from: { source: 'upland-council-meeting' },
    },
    {
      key: 'delegations-judge-by-sluices',
      proposition:
        'Thirty-nine of forty-four upland delegations will judge the settlement by the return of the sluices alone.',
      holders: [{ actor: 'upland-council', wording: 'upland delegations', basis: 'direct' }],
      stance: 'asserts',
      modality: 'would',
      register: 'public',
      consensus: {
        agreeing: 39,
        interviewed: 44,
        population: 'village delegations at the meeting of the Upland Council at Tes',
        novelty: null,
      },
      asOf: '2026-08-09',
      issues: ['settlement', 'sharing-the-zelan'],
      quote:
        'Thirty-nine of the forty-four delegations said that they would judge the settlement by the sluices and by nothing else',
      from: { source: 'upland-council-meeting' },
      links: [{ kind: 'qualifies', to: 'uplands-support-understanding' }],
    },
    {
      key: 'uplands-take-part-if-headworks',
      proposition:
        'The Upland Council will take part in the local commissions if the headworks are handed to the villages before the next sowing.',
      holders: [{ actor: 'upland-council', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'will',
      register: 'public',
      conditions: [
        { kind: 'if', text: 'the headworks are handed to the villages before the next sowing' },
      ],
      scope: { text: 'before the next sowing', edtf: '../2026-10' },
      asOf: '2026-08-09',
      issues: ['settlement'],
      places: ['drenn-valley'],
      quote:
        'the Council will take part in the local commissions, the speaker said, if the headworks are handed to the villages before the next sowing',
      from: { source: 'upland-council-meeting' },
    },
    {
      key: 'uplands-refuse-land-amnesty',
      proposition: 'The Upland Council refuses any amnesty for the taking of land.',
      holders: [{ actor: 'upland-council', basis: 'direct' }],
      stance: 'refuses',
      polarity: 'negative',
      register: 'public',
      asOf: '2026-08-09',
      issues: ['amnesty-and-prisoners'],
      quote: 'The Council refuses any amnesty for the taking of land',
      from: { source: 'upland-council-meeting' },
      links: [{ kind: 'contrary', to: 'understanding-amnesty-acts-of-war' }],
    },
  ],
};
