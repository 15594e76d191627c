import type { SampleArticle } from '../sample-content.ts';

/** The report from above the dam, in English; its findings stay with the original. */
export const amongTheWalnutBranches: SampleArticle = {
  slug: 'among-the-walnut-branches',
  section: 'Report',
  genre: 'original',
  headline: 'Where the water stands',
  standfirst:
    'In Ashkand the villagers say that the talk between upstream and downstream has passed over the roofs of their houses.',
  byline: { authors: ['leila-farvand'] },
  topics: ['water'],
  sources: ['solvani-interview', 'ashkand-elders'],
  translationOf: 'where-the-water-stands',
  fate: { state: 'published', at: '2025-06-19T05:30:00.000Z' },
  body: `
The road to the Ashkand dam meets the water at its seventeenth kilometre and ends there. Last summer this was still an orchard. Now only the tips of the walnut branches stand out of the lake, and the children use them to measure its depth. It may be the one measurement in this valley that both banks of the river believe.

Much has been written about the dam, and most of it from below: from Velmark, which fears for its delta, and from the Commission, which fears for its figures. Few have asked what the headwater itself would like.

## Three wishes

Shirin Solvani, the minister of waters of Sohravan, told us that the government will move no family before its new house is ready. We had heard the promise before, though not from a minister and not with a date. The people of the three villages believe it, and do not lean on it. Their elders do not object to the lake, so long as the land is paid for before the water comes.

> ‘Water can be turned back. A winter without a house cannot.’

The third wish is the simplest and has been heard least. They would like the number on the gauge to be written up each day on the wall of the village square. They do not distrust their neighbours. They want to know when the lake will be at the door.
`,
  findings: [],
};
