import type { Journal } from '@viewpoints/domain/journal/journal';
import type {
  SampleAuthor,
  SampleIssue,
  SamplePlace,
  SampleSeries,
  SampleTopic,
} from './sample-content.ts';

export const sampleSettings: Journal = {
  name: 'The Causeway Review',
  tagline: 'Who holds what position, on whose word, and what it hangs on',
  language: 'en',
  timeZone: 'Europe/London',
  notice:
    'A sample journal. Its states, bodies, people and events are invented; any likeness to real ones is chance.',
  contact: 'desk@causeway-review.example',
  fourEyes: true,
  subscriptions: false,
  alertDelay: 10,
  digestHour: 7,
  newsletterLanguages: [],
};

export const sampleSeries: SampleSeries[] = [
  {
    slug: 'the-valley-in-its-own-words',
    name: 'The valley in its own words',
    about:
      'How the war in the Drenn valley was talked to an end: what was said on walls and in rooms, what was signed, and what has been counted since.',
    complete: false,
  },
];

export const sampleTopics: SampleTopic[] = [
  {
    slug: 'settlements',
    name: 'Settlements',
    description: 'How wars are talked to an end, and what keeps them there.',
  },
  {
    slug: 'water',
    name: 'Water',
    description: 'The Zelan, from the snow to the salt.',
  },
  {
    slug: 'sea-and-technology',
    name: 'Sea and machines',
    description: 'Order in the Sarn Sea, and the things that now patrol it.',
  },
  {
    slug: 'economy',
    name: 'Power and credit',
    description: 'Grids, harbours, loans and the people who pay for them.',
  },
  {
    slug: 'law-and-institutions',
    name: 'Law and institutions',
    description: 'Treaties, commissions and the wording of both.',
  },
];

export const sampleIssues: SampleIssue[] = [
  {
    slug: 'settlement',
    name: 'Settlement of the Drenn war',
    description: 'Whether and how the war in the Drenn valley is to be ended.',
  },
  {
    slug: 'ceasefire',
    parent: 'settlement',
    name: 'Ceasefire',
    description: 'A pause or an end to the fighting, and what it depends on.',
  },
  {
    slug: 'foreign-monitors',
    parent: 'settlement',
    name: 'Foreign monitors',
    description: 'Who may watch a ceasefire, with what arms, and for whom.',
  },
  {
    slug: 'amnesty-and-prisoners',
    parent: 'settlement',
    name: 'Amnesty and prisoners',
    description: 'Who goes home, who is forgiven, and for what.',
  },
  {
    slug: 'valley-statute',
    parent: 'settlement',
    name: 'Statute of the valley',
    description: 'The Drenn valley’s place in the constitution of Tarsova.',
  },
  {
    slug: 'sharing-the-zelan',
    name: 'Sharing the Zelan',
    description: 'How three states divide a river.',
  },
  {
    slug: 'ashkand-reservoir',
    parent: 'sharing-the-zelan',
    name: 'Filling of the Ashkand reservoir',
    description: 'How fast the lake behind the dam may rise.',
  },
  {
    slug: 'minimum-flow',
    parent: 'sharing-the-zelan',
    name: 'Minimum flow',
    description: 'What must reach the delta in a dry summer.',
  },
  {
    slug: 'flow-data',
    parent: 'sharing-the-zelan',
    name: 'Flow data',
    description: 'Who reads the gauges and who may see the readings.',
  },
  {
    slug: 'resettlement',
    parent: 'ashkand-reservoir',
    name: 'Resettlement',
    description: 'What is owed to the villages that the lake displaces.',
  },
  {
    slug: 'order-in-the-sarn-sea',
    name: 'Order in the Sarn Sea',
    description: 'Rules for a crowded sea.',
  },
  {
    slug: 'crewless-patrols',
    parent: 'order-in-the-sarn-sea',
    name: 'Crewless patrols',
    description: 'Who decides when nobody is aboard.',
  },
  {
    slug: 'status-of-the-isles',
    parent: 'order-in-the-sarn-sea',
    name: 'Status of the Isles',
    description: 'The treaty between the Hessary Isles and Velmark.',
  },
  {
    slug: 'power-and-credit',
    name: 'Power and credit',
    description: 'Joint works on the Sarn coast and how they are paid for.',
  },
  {
    slug: 'grid-pool',
    parent: 'power-and-credit',
    name: 'Grid pool',
    description: 'A shared reserve of electricity for three systems.',
  },
  {
    slug: 'storm-clauses',
    parent: 'power-and-credit',
    name: 'Storm clauses',
    description: 'Loans that pause when the sea comes in.',
  },
];

/** Places without coordinates: they are on no real map. */
export const samplePlaces: SamplePlace[] = [
  { slug: 'drenn-valley', name: 'Drenn valley', coordinates: null },
  { slug: 'ashkand', name: 'Ashkand', coordinates: null },
  { slug: 'sarn-sea', name: 'Sarn Sea', coordinates: null },
  { slug: 'port-annis', name: 'Port Annis', coordinates: null },
  { slug: 'hessary-isles', name: 'Hessary Isles', coordinates: null },
];

export const sampleAuthors: SampleAuthor[] = [
  {
    slug: 'miriam-aldercott',
    name: 'Miriam Aldercott',
    about:
      'Writes on settlements, and has sat in more corridors than she can count. Invented, like everyone here.',
    sameAs: [],
  },
  {
    slug: 'tobias-renshall',
    name: 'Tobias Renshall',
    about:
      'An engineer by training. Writes on rivers, gauges and the people who read them. Invented.',
    sameAs: [],
  },
  {
    slug: 'leila-farvand',
    name: 'Leila Farvand',
    about: 'Reports from the upper Zelan, in Persian and in English. Invented.',
    sameAs: [],
  },
  {
    slug: 'imogen-strake',
    name: 'Imogen Strake',
    about: 'A columnist on power, ports and public money. Invented.',
    sameAs: [],
  },
  {
    slug: 'caspar-lindqvale',
    name: 'Caspar Lindqvale',
    about: 'Writes on the law of the sea and on the machines that sail in it. Invented.',
    sameAs: [],
  },
  {
    slug: 'ruth-vennery',
    name: 'Ruth Vennery',
    about: 'Reports from Port Annis and the delta. Invented.',
    sameAs: ['https://ruth-vennery.example/'],
  },
  {
    slug: 'ysolde-marrick',
    name: 'Ysolde Marrick',
    about: 'Chaired the Zelan Basin Commission from 2013 to 2025. Invented, as is the Commission.',
    sameAs: [],
  },
];
