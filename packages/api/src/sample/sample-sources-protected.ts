import type { SampleSource } from './sample-content.ts';

/**
 * Sources under terms. Participants and notes are there so that a visitor sees what the desk has
 * and readers never get; a test looks for every one of these names in what is published.
 */
export const protectedSources: SampleSource[] = [
  {
    slug: 'drenn-exchange-of-views',
    kind: 'event',
    title: 'Ending the Drenn War: An Exchange of Views',
    publisher: 'Brannoch Institute',
    issued: '2024-11-07',
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    participants: [
      {
        key: 'pell-ostrander',
        name: 'Pell Ostrander',
        affiliation: 'Interior Reserve Staff College',
      },
      { key: 'mirza-kellan', name: 'Mirza Kellan', affiliation: 'Ninth Terrace committee' },
      { key: 'ottoline-brask', name: 'Ottoline Brask', affiliation: 'Pellworth Mediation' },
    ],
    waivers: [
      {
        participant: 'ottoline-brask',
        covers: 'identity',
        grantedBy: 'Ottoline Brask',
        basis: 'By e-mail to the author, who keeps it: name and the one quoted remark.',
        grantedAt: '2024-11-11T09:00:00.000Z',
        signedOff: true,
      },
    ],
    note: 'Forty people round a horseshoe table. The Institute has the list; so do we.',
  },
  {
    slug: 'velmark-official-2024',
    kind: 'interview',
    title: 'Talk after the November meeting',
    issued: '2024-11-07',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'an official of a guarantor state',
    participants: [
      {
        key: 'hale-torrington-ames',
        name: 'Hale Torrington-Ames',
        affiliation: 'Arms Transfer Office',
      },
    ],
    note: 'Would lose his post. Never by telephone.',
  },
  {
    slug: 'memorandum-account',
    kind: 'interview',
    title: 'Account of a memorandum',
    issued: '2024-12-04',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'a person who described the memorandum to this journal',
    participants: [
      { key: 'corin-haldane-fry', name: 'Corin Haldane-Fry', affiliation: 'Port Annis Chandlery' },
    ],
    note: 'Never again without seeing the paper.',
  },
  {
    slug: 'velmark-hydrologist',
    kind: 'interview',
    title: 'Interview on the delta record',
    issued: '2025-03-18',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'a hydrologist who advises the government of Velmark',
    participants: [
      { key: 'sunniva-parrish', name: 'Sunniva Parrish', affiliation: 'Delta Records Unit' },
    ],
  },
  {
    slug: 'ashkand-elders',
    kind: 'interview',
    title: 'Talks in three villages above the dam',
    issued: '2025-05',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'بزرگان سه روستای بالای سد',
    nobodyEntered: 'They asked that their names be written down nowhere.',
  },
  {
    slug: 'admiralty-officer',
    kind: 'interview',
    title: 'Talk with an officer of the trials',
    issued: '2025-09-02',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'an officer who has worked with the boats',
    participants: [
      { key: 'rowan-estermont', name: 'Rowan Estermont', affiliation: 'Fourth Trials Squadron' },
    ],
  },
  {
    slug: 'yard-account',
    kind: 'interview',
    title: 'Account of the fitting-out',
    issued: '2025-09',
    terms: { attribution: 'deep_background', disclosure: 'clear' },
    participants: [{ key: 'linnet-graves', name: 'Linnet Graves', affiliation: 'Number Two Slip' }],
    note: 'No attribution of any kind, agreed in writing.',
  },
  {
    slug: 'presidency-briefing',
    kind: 'interview',
    title: 'Briefing in Kessim',
    issued: '2026-02-03',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'an adviser to the President of Tarsova',
    participants: [
      {
        key: 'cato-brenwick',
        name: 'Cato Brenwick',
        affiliation: 'Office of the Second Staircase',
      },
    ],
  },
  {
    slug: 'velmark-officials-2026',
    kind: 'interview',
    title: 'Talks in Osmere on the treaty',
    issued: '2026-03',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'two officials in Velmark',
    participants: [
      { key: 'isolde-marchbanks', name: 'Isolde Marchbanks', affiliation: 'Treaty Drafting Cell' },
      { key: 'tobin-ashgrove', name: 'Tobin Ashgrove', affiliation: 'Second Water Directorate' },
    ],
  },
  {
    slug: 'kessim-rounds-interviews',
    kind: 'interview',
    title: 'Nine interviews on the Kessim rounds',
    issued: '2026-02/2026-05',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'people who took part in the Kessim rounds',
    participants: [
      { key: 'dunstan-whitlocke', name: 'Dunstan Whitlocke', affiliation: 'Corridor Secretariat' },
      { key: 'yevka-tolliver', name: 'Yevka Tolliver', affiliation: 'Orrel Field Hospital' },
    ],
  },
  {
    slug: 'drafters-seminar',
    kind: 'event',
    title: 'Drafting at Kessim: A Seminar',
    publisher: 'Brannoch Institute',
    issued: '2026-05-07',
    terms: { attribution: 'chatham_house', disclosure: 'amber' },
    participants: [
      {
        key: 'philippa-garrow',
        name: 'Philippa Garrow',
        affiliation: 'Chambers of the Three Keys',
      },
      { key: 'anselm-dyke', name: 'Anselm Dyke', affiliation: 'Lower Registry' },
    ],
    waivers: [
      {
        participant: null,
        covers: 'statements',
        grantedBy: 'The convenor, for all who spoke',
        basis: 'The convenor’s letter of 12 May: statements may be quoted, speakers not named.',
        grantedAt: '2026-05-12T10:00:00.000Z',
        signedOff: true,
      },
      {
        participant: 'philippa-garrow',
        covers: 'identity',
        grantedBy: 'Philippa Garrow',
        basis: 'Said in passing; she has been asked to confirm it in writing.',
        grantedAt: '2026-05-14T16:30:00.000Z',
        signedOff: false,
      },
    ],
  },
  {
    slug: 'bondholders-counsel',
    kind: 'interview',
    title: 'Talk with counsel on the pause clause',
    issued: '2026-06-10',
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'a lawyer who acts for several of the Bank’s creditors',
    participants: [
      { key: 'emeric-thale', name: 'Emeric Thale', affiliation: 'Thale and Daughters' },
    ],
  },
  {
    slug: 'supper-in-osmere',
    kind: 'event',
    title: 'Supper after the September session',
    issued: '2026-09-11',
    terms: { attribution: 'off_record', disclosure: 'red' },
    participants: [
      {
        key: 'aurel-standish-voss',
        name: 'Aurel Standish-Voss',
        affiliation: 'Guarantors’ Private Office',
      },
    ],
    note: 'Off the record throughout.',
  },
];
