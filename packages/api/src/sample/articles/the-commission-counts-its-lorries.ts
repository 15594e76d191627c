import type { SampleArticle } from '../sample-content.ts';

export const theCommissionCountsItsLorries: SampleArticle = {
  slug: 'the-commission-counts-its-lorries',
  section: 'Brief',
  genre: 'original',
  headline: 'Joint Commission publishes its first count from the valley',
  standfirst: 'Two hundred and six lorries out, four back, and an argument about the four.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['settlements'],
  sources: ['joint-commission-bulletin-1'],
  part: { series: 'the-valley-in-its-own-words', number: 3 },
  fate: { state: 'published', at: '2026-09-10T15:00:00.000Z' },
  body: `
The Joint Commission for the Drenn Valley has published its first monthly count. Between 1 and 31 August its hundred and twenty observers saw two hundred and six army lorries leave the valley and four return. The bulletin was handed to both sides at the same hour and in the same words, as the [Understanding](/articles/the-grammar-of-conditions) requires.

The Movement warns that it will suspend the ceasefire if lorries are counted coming back in two months running. The Presidency says that the four carried fodder and that the observers were shown it. The bulletin confirms that two of them did.
`,
  findings: [
    {
      key: 'movement-warns-suspension',
      proposition:
        'The Movement warns that it will suspend the ceasefire if lorries are counted returning in two months running.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'direct' }],
      stance: 'warns',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'if', text: 'lorries are counted returning in two months running' }],
      asOf: '2026-09',
      issues: ['ceasefire'],
      places: ['drenn-valley'],
      quote:
        'The Movement warns that it will suspend the ceasefire if lorries are counted coming back in two months running',
      from: { source: 'joint-commission-bulletin-1' },
      links: [{ kind: 'qualifies', to: 'movement-accepts-ceasefire-while-leaving' }],
    },
    {
      key: 'presidency-asserts-fodder',
      proposition: 'The Presidency asserts that the four returning lorries carried fodder.',
      holders: [{ actor: 'presidency-of-tarsova', basis: 'direct' }],
      stance: 'asserts',
      register: 'public',
      asOf: '2026-09',
      issues: ['ceasefire'],
      quote:
        'The Presidency says that the four carried fodder and that the observers were shown it',
      from: { source: 'joint-commission-bulletin-1' },
    },
  ],
};
