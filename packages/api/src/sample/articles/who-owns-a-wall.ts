import type { SampleArticle } from '../sample-content.ts';

export const whoOwnsAWall: SampleArticle = {
  slug: 'who-owns-a-wall',
  section: 'Opinion',
  genre: 'opinion',
  headline: 'Who owns a wall',
  standfirst: 'The valley needs a land court. It should be small, slow and held out of doors.',
  byline: { authors: ['leila-farvand'] },
  topics: ['settlements', 'law-and-institutions'],
  sources: ['upland-council-meeting'],
  fate: { state: 'approved', at: '2026-09-23T08:45:00.000Z' },
  body: `
When a wall is moved in the night, the man who moved it knows, and so does his neighbour, and so in time does everyone. What they lack is anywhere to say so. A land court for the valley should sit in the village where the wall is, and should hear nobody who has not walked to it.

I am told that this would take ten years. It would take about that. The alternative, which is to issue certificates from Kessim, would take two, and would have to be done again.
`,
  findings: [
    {
      key: 'farvand-court-in-villages',
      proposition:
        'The author argues that a land court should sit in the village where each dispute is.',
      holders: [{ wording: 'the author', basis: 'articles_own' }],
      stance: 'proposes',
      modality: 'should',
      register: 'public',
      asOf: '2026-09',
      issues: ['amnesty-and-prisoners'],
      quote: 'A land court for the valley should sit in the village where the wall is',
      from: { source: 'upland-council-meeting' },
      links: [{ kind: 'supports', to: 'uplands-refuse-land-amnesty' }],
    },
  ],
};
