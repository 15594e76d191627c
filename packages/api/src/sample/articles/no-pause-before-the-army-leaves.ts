import type { SampleArticle } from '../sample-content.ts';

export const noPauseBeforeTheArmyLeaves: SampleArticle = {
  slug: 'no-pause-before-the-army-leaves',
  section: 'Brief',
  genre: 'original',
  headline: 'Movement rules out a pause before the army leaves the valley',
  standfirst:
    'A statement of four paragraphs repeats the oldest of the Movement’s public positions, and adds a condition about prisoners.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['settlements'],
  sources: ['movement-statement-2025-02'],
  fate: { state: 'published', at: '2025-02-19T16:30:00.000Z' },
  body: `
The Drenn Valley Movement said on Wednesday that there will be no pause of any length before the last soldier has left the valley. The statement, read on its own radio and sent to news desks in Kessim, is the first in its name since the meetings of last autumn.

It makes one addition. The release of the prisoners taken at Orrel bridge must come before any talks on talks, it says, and not as their result. It does not say how many prisoners there are; the government’s last figure was sixty-one.

The tone is plainer than before. An appeal to ‘our brothers in the ranks’, which closed each of the last six statements, has been dropped. On foreign monitors the statement is silent, as all the others have been.
`,
  findings: [
    {
      key: 'movement-refuses-pause-public',
      proposition: 'The Movement publicly refuses any pause before the army has left the valley.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'direct' }],
      stance: 'refuses',
      polarity: 'negative',
      modality: 'will',
      register: 'public',
      occasion: 'Statement on the Movement’s radio',
      asOf: '2025-02-19',
      issues: ['ceasefire'],
      places: ['drenn-valley'],
      quote: 'there will be no pause of any length before the last soldier has left the valley',
      from: { source: 'movement-statement-2025-02' },
      links: [{ kind: 'contrary', to: 'movement-open-to-pause-private' }],
    },
    {
      key: 'movement-requires-prisoners',
      proposition:
        'The Movement requires the release of the Orrel bridge prisoners before preliminary talks.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'direct' }],
      stance: 'requires',
      modality: 'must',
      register: 'public',
      asOf: '2025-02-19',
      issues: ['amnesty-and-prisoners'],
      quote:
        'The release of the prisoners taken at Orrel bridge must come before any talks on talks',
      from: { source: 'movement-statement-2025-02' },
    },
    {
      key: 'movement-still-silent-on-monitors',
      proposition: 'The Movement’s statement of February 2025 says nothing about foreign monitors.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'articles_own' }],
      stance: 'silent',
      register: 'public',
      asOf: '2025-02-19',
      issues: ['foreign-monitors'],
      quote: 'On foreign monitors the statement is silent, as all the others have been',
      from: { source: 'movement-statement-2025-02' },
      links: [{ kind: 'supports', to: 'movement-silent-on-monitors' }],
    },
  ],
};
