import type { SampleFinding } from '../sample-content.ts';

/** The findings that a careful editor records from the long read. */
export const grammarFindings: SampleFinding[] = [
  {
    key: 'seven-of-nine-both-sincere',
    proposition:
      'Seven of nine people interviewed hold that the Movement’s public and private positions of the winter were both sincere.',
    holders: [{ wording: 'people who took part in the Kessim rounds', basis: 'direct' }],
    stance: 'asserts',
    register: 'private',
    consensus: {
      agreeing: 7,
      interviewed: 9,
      population: 'people who were in the room at Kessim or in the corridor outside',
      novelty: null,
    },
    scope: { text: 'the winter of 2024 to 2025', edtf: '2024-11/2025-03' },
    asOf: '2026',
    issues: ['ceasefire'],
    quote:
      'seven of the nine, hold that the Movement’s public and private positions were both sincerely held throughout the winter',
    from: { source: 'kessim-rounds-interviews' },
    links: [
      { kind: 'supports', to: 'movement-open-to-pause-private' },
      { kind: 'supports', to: 'movement-refuses-pause-public' },
    ],
  },
  {
    key: 'private-position-of-a-few',
    proposition:
      'One interviewee holds that the private position was never the leadership’s, but that of three or four people.',
    holders: [{ wording: 'one of the nine', basis: 'direct' }],
    stance: 'asserts',
    polarity: 'negative',
    register: 'private',
    asOf: '2026',
    issues: ['ceasefire'],
    quote:
      'One thinks that the private position was never the leadership’s at all, but that of three or four people who hoped to make it so by reporting it',
    from: {
      source: 'kessim-rounds-interviews',
      descriptor: 'a person who took part in the rounds',
    },
    links: [{ kind: 'undercuts', to: 'movement-open-to-pause-private' }],
  },
  {
    key: 'presidency-while-not-once',
    proposition:
      'The Presidency’s private refusal concerned the time while districts were held under arms, and not all the time before.',
    holders: [{ actor: 'presidency-of-tarsova', basis: 'second_hand' }],
    stance: 'refuses',
    polarity: 'negative',
    modality: 'would',
    register: 'private',
    conditions: [{ kind: 'as_long_as', text: 'districts were held under arms' }],
    asOf: '2025-03',
    issues: ['valley-statute'],
    quote:
      'The Presidency had said in private that it would not open the constitution while a single district was held under arms',
    from: { source: 'kessim-rounds-interviews' },
    links: [{ kind: 'supports', to: 'presidency-refuses-constitution-under-arms' }],
  },
  {
    key: 'movement-silent-four-years',
    proposition: 'For four years the Movement publicly took no position on foreign monitors.',
    holders: [{ actor: 'drenn-valley-movement', basis: 'articles_own' }],
    stance: 'silent',
    register: 'public',
    scope: { text: 'for four years', edtf: '2022/2025' },
    asOf: '2025-12',
    issues: ['foreign-monitors'],
    quote:
      'For four years the Movement said nothing publicly on whether foreigners should watch a ceasefire',
    from: { source: 'movement-radio-archive' },
    links: [{ kind: 'supports', to: 'movement-silent-on-monitors' }],
  },
  {
    key: 'silence-meant-acceptance',
    proposition:
      'A Movement negotiator says that it kept silent on monitors because it meant to accept them without having refused them first.',
    holders: [
      { actor: 'drenn-valley-movement', wording: 'one of its negotiators', basis: 'second_hand' },
    ],
    stance: 'asserts',
    register: 'private',
    asOf: '2026-03',
    issues: ['foreign-monitors'],
    quote:
      'The Movement kept silent on monitors in public because it meant to accept them, one of its negotiators has since said',
    from: {
      source: 'kessim-rounds-interviews',
      descriptor: 'a negotiator for the Movement',
    },
    links: [{ kind: 'qualifies', to: 'movement-silent-four-years' }],
  },
  {
    key: 'drafters-no-finish-first',
    proposition:
      'The drafters hold that a ceasefire clause must never require one party to finish before the other begins.',
    holders: [{ wording: 'drafters of the Kessim Understanding', basis: 'direct' }],
    stance: 'requires',
    polarity: 'negative',
    modality: 'must',
    register: 'private',
    asOf: '2026-05',
    issues: ['ceasefire'],
    quote:
      'a ceasefire clause must never require one party to have finished before the other begins',
    from: { source: 'drafters-seminar', descriptor: 'drafters of the Kessim Understanding' },
  },
  {
    key: 'understanding-each-while-other',
    proposition:
      'Under the Understanding the army’s withdrawal and the Movement’s cessation each hold while the other proceeds.',
    holders: [
      { actor: 'presidency-of-tarsova', basis: 'direct' },
      { actor: 'drenn-valley-movement', basis: 'direct' },
    ],
    stance: 'pledges',
    modality: 'must',
    register: 'public',
    conditions: [{ kind: 'as_long_as', text: 'the other proceeds' }],
    asOf: '2026-04-24',
    issues: ['ceasefire'],
    places: ['drenn-valley'],
    quote:
      'The forces of the Republic shall be withdrawn from the valley, and the armed activity of the Movement shall cease, each while the other proceeds',
    locators: [{ source: 'kessim-understanding', locator: 'art. 4' }],
    from: { source: 'kessim-understanding' },
    links: [{ kind: 'supports', to: 'movement-accepts-ceasefire-while-leaving' }],
  },
  {
    key: 'velmark-pledges-without-seat',
    proposition:
      'Velmark pledges the first year’s cost of the commission without asking for a seat.',
    holders: [{ actor: 'velmark', basis: 'direct' }],
    stance: 'pledges',
    register: 'public',
    scope: { text: 'the first year', edtf: null },
    asOf: '2026-04',
    issues: ['foreign-monitors'],
    quote: 'It now pledges the first year’s cost of the commission without asking for a seat',
    locators: [{ source: 'kessim-understanding', locator: 'schedule 2' }],
    from: { source: 'kessim-understanding' },
    replaces: { key: 'velmark-pays-for-seat', kind: 'position_change' },
  },
  {
    key: 'commanders-obey-in-his-voice',
    proposition:
      'Three of five field commanders would obey an order from Arveth to stop, if it was given in his own voice and on the radio.',
    holders: [{ actor: 'field-command', wording: 'three field commanders', basis: 'second_hand' }],
    stance: 'pledges',
    modality: 'would',
    register: 'private',
    conditions: [{ kind: 'if', text: 'it was given in his own voice and on the radio' }],
    consensus: {
      agreeing: 3,
      interviewed: 5,
      population: 'field commanders of the Movement asked by a doctor in March 2026',
      novelty: 'the first time that commanders were asked themselves',
    },
    asOf: '2026-03',
    issues: ['ceasefire'],
    quote:
      'Three said that they would obey an order from Arveth, if it was given in his own voice and on the radio',
    from: { source: 'kessim-rounds-interviews' },
    links: [{ kind: 'qualifies', to: 'movement-accepts-ceasefire-while-leaving' }],
  },
  {
    key: 'commander-after-harvest',
    proposition: 'One of the five commanders would obey only after the harvest.',
    holders: [{ actor: 'field-command', wording: 'one field commander', basis: 'second_hand' }],
    stance: 'accepts_if',
    modality: 'would',
    register: 'private',
    conditions: [{ kind: 'after', text: 'the harvest' }],
    consensus: {
      agreeing: 1,
      interviewed: 5,
      population: 'field commanders of the Movement asked by a doctor in March 2026',
      novelty: null,
    },
    scope: { text: 'after the harvest', edtf: '2026-09/..' },
    asOf: '2026-03',
    issues: ['ceasefire'],
    quote: 'One said that he would obey it after the harvest',
    from: { source: 'kessim-rounds-interviews' },
    links: [{ kind: 'contrary', to: 'commanders-obey-in-his-voice' }],
  },
  {
    key: 'understanding-amnesty-acts-of-war',
    proposition: 'The Understanding’s amnesty covers acts of war, and by agreement nothing else.',
    holders: [
      { actor: 'presidency-of-tarsova', basis: 'direct' },
      { actor: 'drenn-valley-movement', basis: 'direct' },
    ],
    stance: 'pledges',
    register: 'public',
    asOf: '2026-04-24',
    issues: ['amnesty-and-prisoners'],
    quote:
      'The amnesty in the eleventh article covers acts of war, and by agreement of both parties it covers nothing else',
    locators: [{ source: 'kessim-understanding', locator: 'art. 11' }],
    from: { source: 'kessim-understanding' },
  },
  {
    key: 'drafters-expect-reasons-grow-back',
    proposition:
      'The drafters expect that by the end of the withdrawal the ordinary reasons for not shooting will have returned.',
    holders: [{ wording: 'drafters of the Kessim Understanding', basis: 'direct' }],
    stance: 'asserts',
    modality: 'will',
    register: 'private',
    asOf: '2026-05',
    issues: ['settlement'],
    quote: 'the ordinary reasons for not shooting will have grown back',
    from: { source: 'drafters-seminar', descriptor: 'drafters of the Kessim Understanding' },
    links: [{ kind: 'qualifies', to: 'understanding-each-while-other' }],
  },
];
