import type { SampleArticle } from '../sample-content.ts';

/** A draft on the desk. One of its findings rests on an off-the-record talk and must not appear. */
export const afterTheLastLorry: SampleArticle = {
  slug: 'after-the-last-lorry',
  section: 'Analysis',
  genre: 'analysis',
  headline: 'After the last lorry',
  standfirst: '',
  byline: { authors: ['miriam-aldercott'] },
  topics: ['settlements'],
  sources: ['joint-commission-bulletin-1', 'supper-in-osmere'],
  note: 'Do not publish the second finding: the supper was off the record. Ask the Commission for its winter plan instead.',
  part: { series: 'the-valley-in-its-own-words', number: 4 },
  fate: { state: 'draft', at: '2026-09-17T09:00:00.000Z' },
  body: `
At the rate of the first count, the last lorry will leave the Drenn valley in the second week of February. On that morning the sentence that stopped the war will have nothing left to describe.

The Joint Commission proposes to go on counting something else. Its deputy head has said that the observers will turn from lorries to sluices once the withdrawal is complete. It is not a bad idea; it has the merit that sluices do not leave.

In Osmere they are less sure. The guarantors would rather the observers went home while they are still popular.
`,
  findings: [
    {
      key: 'commission-turns-to-sluices',
      proposition:
        'The Joint Commission proposes that its observers turn to the sluices after the withdrawal is complete.',
      holders: [{ actor: 'joint-commission', basis: 'direct' }],
      stance: 'proposes',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'after', text: 'the withdrawal is complete' }],
      asOf: '2026-09',
      issues: ['foreign-monitors'],
      quote: 'the observers will turn from lorries to sluices once the withdrawal is complete',
      from: { source: 'joint-commission-bulletin-1' },
      proposedOnly: true,
    },
    {
      key: 'guarantors-rather-home',
      proposition:
        'The guarantors would rather that the observers went home while they are popular.',
      holders: [{ actor: 'council-of-guarantors', basis: 'second_hand' }],
      stance: 'rejects',
      modality: 'would',
      register: 'private',
      asOf: '2026-09',
      issues: ['foreign-monitors'],
      quote: 'The guarantors would rather the observers went home while they are still popular',
      from: { source: 'supper-in-osmere', participant: 'aurel-standish-voss' },
      note: 'Off the record. Kept only to remind us what to ask.',
      proposedOnly: true,
    },
  ],
};
