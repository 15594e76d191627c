import type { SampleArticle } from '../sample-content.ts';

export const theAdmiralsAndTheMachine: SampleArticle = {
  slug: 'the-admirals-and-the-machine',
  section: 'Analysis',
  genre: 'analysis',
  headline: 'The admirals and the machine',
  standfirst:
    'Velmark’s navy says that a person will always decide. What it has bought is a boat on which there is nowhere to sit, and the argument turns on how long ‘decide’ is allowed to take.',
  byline: { authors: ['caspar-lindqvale'] },
  topics: ['sea-and-technology', 'law-and-institutions'],
  sources: ['admiralty-officer', 'varrick-release', 'yard-account', 'coast-service-notice'],
  fate: { state: 'published', at: '2025-09-18T06:00:00.000Z' },
  body: `
The boats are nine metres long, painted the grey of a wet slate roof, and have nobody in them. Since July six have been working the fishery line between Velmark and the Hessary Isles: they photograph hulls, read transponders and, when a hull has no transponder, come alongside and ask it why. They have not so far been armed. The law under which they sail does not say that they may not be.

![A coast on the left, four islands on the right, and between them a broken line with six small hulls strung along it, each inside a dotted ring.](fishery-line "Drawn for this journal") The fishery line between Velmark and the Isles, with the six boats where they lay on the morning of 1 September. The rings show how far each can see; the red mark is Port Annis.

## The sentence in the manual

Velmark’s Admiralty has a sentence for this, as navies do. No crewless vessel will use force unless an officer has decided that it should, and the officer must be able to see what the vessel sees. It is in the manual; it has been read out in the Assembly; the builders, Varrick Marine Works, print it in their brochure beneath a photograph of a sunrise.

An officer who has worked with the boats thinks the sentence true and not very informative. ‘It says who,’ he told us. ‘It doesn’t say how long he gets.’ In the trials, an operator watching four boats had on average nine seconds between the question and the moment at which the software marked the question as lapsed. The Admiralty would accept a fixed minimum of thirty seconds, he thought, if the Isles’ Coast Service were bound by the same number. Nobody has asked it.

@[Null Island, where two lines meet](https://www.openstreetmap.org/?mlat=0&mlon=0#map=5/0/0) Neither Velmark nor the Isles are on any map. This is where maps put what has no place of its own.

There is a further difficulty. The minimum, whatever it is, would have to be set somewhere, and the hulls delivered this summer have no sealed place to set it in. A timer that the operator can alter is not a rule but a preference. It could be put right at the yard, at the cost of a refit.^[We have described this without attribution of any kind, as the terms on which we learnt it require. The Admiralty and the builders were both shown the paragraph and neither disputed it.]

## The neighbours’ view

The Isles’ Coast Service sails with crews, and means to go on doing so. In a notice to mariners it has said that it will treat a crewless patrol as unattended gear unless a named officer answers by radio within a minute. That is a splendidly awkward position. Unattended gear may lawfully be lifted out of the water and taken to Port Annis.

It is also, beneath the mischief, a proposal. A minute by radio is a human being with a name; it is a shorter way of saying what the manual says, with a clock attached. The two services are nearer to each other than either would like to be told.

- Velmark says that an officer decides, and gives no time.
- The Isles give a time, and ask for a name.
- Nobody objects to a name and a time together.

## Why not simply forbid it?

There is a respectable school which says that the arming of such boats should be renounced now, while it costs nothing, by a declaration of the coastal states. Velmark has twice declined to sign one. Its stated reason is that it regards a declaration without inspection as worthless, and it has a point. But one may hold that view and still write the thing down, for the boats’ first master is always the drafter of their software, and drafters are guided by what has been written down.

The odd feature of this argument is that everybody in it agrees about the worst case, a machine that shoots because nobody answered. They disagree about who is to be woken, and for how many seconds he may rub his eyes. That is not a small disagreement. It is, however, the sort that is settled with a number, and numbers are what admirals and coastguards are good at.
`,
  findings: [
    {
      key: 'admiralty-officer-decides',
      proposition:
        'Velmark’s Admiralty pledges that no crewless vessel will use force unless an officer who sees what it sees has decided so.',
      holders: [{ actor: 'admiralty-of-velmark', basis: 'direct' }],
      stance: 'pledges',
      polarity: 'negative',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'unless', text: 'an officer who sees what it sees has decided so' }],
      asOf: '2025',
      issues: ['crewless-patrols'],
      places: ['sarn-sea'],
      quote:
        'No crewless vessel will use force unless an officer has decided that it should, and the officer must be able to see what the vessel sees',
      locators: [{ source: 'varrick-release', locator: 'p. 2' }],
      from: { source: 'varrick-release' },
    },
    {
      key: 'admiralty-thirty-seconds',
      proposition:
        'An officer believes the Admiralty would accept a minimum of thirty seconds if the Isles’ Coast Service were bound by it too.',
      holders: [{ actor: 'admiralty-of-velmark', basis: 'second_hand' }],
      stance: 'accepts_if',
      modality: 'would',
      register: 'private',
      conditions: [{ kind: 'if', text: 'the Isles’ Coast Service were bound by it too' }],
      asOf: '2025-09',
      issues: ['crewless-patrols'],
      quote:
        'The Admiralty would accept a fixed minimum of thirty seconds, he thought, if the Isles’ Coast Service were bound by the same number',
      from: { source: 'admiralty-officer' },
      links: [{ kind: 'qualifies', to: 'admiralty-officer-decides' }],
    },
    {
      key: 'no-sealed-timer',
      proposition:
        'The boats delivered in the summer of 2025 have no sealed place for a minimum time.',
      holders: [{ wording: 'this journal', basis: 'articles_own' }],
      stance: 'asserts',
      polarity: 'negative',
      asOf: '2025-09',
      issues: ['crewless-patrols'],
      quote: 'the hulls delivered this summer have no sealed place to set it in',
      from: { source: 'yard-account' },
      links: [{ kind: 'undercuts', to: 'admiralty-thirty-seconds' }],
    },
    {
      key: 'coast-service-one-minute',
      proposition:
        'The Isles’ Coast Service will treat a crewless patrol as unattended gear unless a named officer answers within a minute.',
      holders: [{ actor: 'coast-service-of-the-isles', basis: 'direct' }],
      stance: 'requires',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'unless', text: 'a named officer answers within a minute' }],
      asOf: '2025-08',
      issues: ['crewless-patrols'],
      places: ['port-annis'],
      quote:
        'it will treat a crewless patrol as unattended gear unless a named officer answers by radio within a minute',
      locators: [{ source: 'coast-service-notice', locator: 'notice 31' }],
      from: { source: 'coast-service-notice' },
      links: [{ kind: 'contrary', to: 'admiralty-officer-decides' }],
    },
    {
      key: 'velmark-declines-declaration',
      proposition:
        'Velmark rejects a declaration renouncing armed crewless boats unless there is inspection: without it such a declaration is worthless.',
      holders: [{ actor: 'velmark', basis: 'direct' }],
      stance: 'rejects',
      polarity: 'negative',
      register: 'public',
      conditions: [{ kind: 'unless', text: 'there is inspection' }],
      asOf: '2025',
      issues: ['crewless-patrols'],
      quote: 'it regards a declaration without inspection as worthless',
      from: { source: 'varrick-release' },
    },
  ],
};
