import type { SampleArticle } from '../sample-content.ts';

export const theCaseAgainstWaiting: SampleArticle = {
  slug: 'the-case-against-waiting',
  section: 'Opinion',
  genre: 'opinion',
  headline: 'Connect the grids first and argue afterwards',
  standfirst:
    'Everyone agrees that the three power systems of the Sarn coast should be joined once there is peace. It is the word ‘once’ that should worry us.',
  byline: { authors: ['imogen-strake'] },
  topics: ['economy', 'settlements'],
  sources: ['grid-pool-prospectus', 'velmark-treasury-letter', 'harbour-unions-congress'],
  fate: { state: 'published', at: '2025-07-23T06:00:00.000Z' },
  body: `
There is a kind of good idea that is killed by agreement. Nobody opposes it; everybody would rather it came second. The pooling of reserve power between Velmark, Tarsova and the Hessary Isles is an idea of this kind, and it has now been agreed with for eleven years.

The case is not in dispute. The three systems peak at different hours, because the Isles cook at dusk, Velmark’s cold stores run hardest at noon and Tarsova’s pumps run at night. Each keeps a reserve for its own worst hour. According to the prospectus that the operators put out in May, a shared reserve would save the three systems eleven per cent of what they spend on keeping the lights on. That is more than any of them gives its universities.

Against this stands a single adverb. The Treasury in Osmere has written that it will release its share of the money once a settlement in the Drenn valley has been signed. The letter is courteous and, on its own terms, sensible. A line that crosses a war can be cut by either army. An asset that can be cut is a hostage, and prudent treasuries do not buy hostages.

## The hostage works both ways

I used to find this persuasive. I no longer do, and not because the war has become less ugly. It is because I have come to think that the Treasury has the sign wrong. A shared line is a hostage, certainly: but it is one that both sides hold. The valley’s pumps stop if it is cut. So do the hospitals in the towns that the Movement governs and the presses on which it prints its refusals. There is not a commander in the valley who could cut that line and be thanked for it by his own mother.

We know something of how this works, for the line has been half built already. The old spur from Kessim to Orrel bridge has run through the front for six years. It has been hit by accident four times, and four times it has been mended within the week by men from both sides working under a white sheet tied to a bucket lift. Nobody negotiated that. There is no paper. There was merely a line, and people at both ends who needed it.

> Four times it has been mended within the week, by men from both sides, under a white sheet tied to a bucket lift.

## What the unions see

The Federation of Harbour Unions, not a body given to romance, has seen the point. It will back the pool, its general secretary told his congress, if the converter stations are built in the ports and not inland. That is a condition about jobs. It is also a condition that can be met by drawing a line on a map, which is more than can be said of the Treasury’s.

My objection to ‘once’ is not that it is cautious. It is that it gets the order of things backwards. States do not first make peace and then discover that they have interests in common. They discover at some inconvenient moment that they already have them, and that each would be ashamed to be the one that broke them. The operators should be told to build now what can be built now: the two converters and the sea cable, none of which passes within sixty miles of a trench. The last span can wait. By the time it is needed, somebody will have noticed that the only thing missing is forty miles of wire.
`,
  findings: [
    {
      key: 'pool-saves-eleven-per-cent',
      proposition:
        'The grid operators assert that a shared reserve would save the three systems eleven per cent of reserve costs.',
      holders: [{ actor: 'sarn-grid-pool', basis: 'direct' }],
      stance: 'asserts',
      modality: 'would',
      register: 'public',
      asOf: '2025-05',
      issues: ['grid-pool'],
      quote:
        'a shared reserve would save the three systems eleven per cent of what they spend on keeping the lights on',
      locators: [{ source: 'grid-pool-prospectus', locator: 'p. 6' }],
      from: { source: 'grid-pool-prospectus' },
    },
    {
      key: 'treasury-after-settlement',
      proposition:
        'Velmark’s Treasury will release its share of the grid money after a settlement in the Drenn valley has been signed.',
      holders: [{ actor: 'treasury-of-velmark', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'after', text: 'a settlement in the Drenn valley has been signed' }],
      asOf: '2025-06',
      issues: ['grid-pool'],
      quote:
        'it will release its share of the money once a settlement in the Drenn valley has been signed',
      from: { source: 'velmark-treasury-letter' },
    },
    {
      key: 'unions-back-pool-if-ports',
      proposition:
        'The Harbour Unions will back the grid pool if the converter stations are built in the ports.',
      holders: [{ actor: 'federation-of-harbour-unions', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'if', text: 'the converter stations are built in the ports' }],
      asOf: '2025-06',
      issues: ['grid-pool'],
      quote:
        'It will back the pool, its general secretary told his congress, if the converter stations are built in the ports and not inland',
      from: { source: 'harbour-unions-congress' },
    },
    {
      key: 'strake-build-now',
      proposition:
        'The author argues that the converters and the sea cable should be built now, before any settlement.',
      holders: [{ wording: 'the author', basis: 'articles_own' }],
      stance: 'proposes',
      modality: 'should',
      register: 'public',
      asOf: '2025-07-23',
      issues: ['grid-pool'],
      quote:
        'The operators should be told to build now what can be built now: the two converters and the sea cable',
      from: { source: 'grid-pool-prospectus' },
      links: [{ kind: 'contrary', to: 'treasury-after-settlement' }],
    },
  ],
};
