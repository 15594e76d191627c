import type { SampleArticle } from '../sample-content.ts';

export const memorandumOnPortAnnis: SampleArticle = {
  slug: 'memorandum-on-port-annis',
  section: 'Brief',
  genre: 'original',
  headline: 'Velmark said to have offered the Isles a naval lease',
  standfirst: 'A memorandum described to this journal speaks of forty years and of Port Annis.',
  byline: { reason: 'Briefs are compiled by the desk and carry no byline.' },
  topics: ['sea-and-technology'],
  sources: ['memorandum-account'],
  fate: {
    state: 'retracted',
    at: '2024-12-05T17:00:00.000Z',
    retractedAt: '2025-01-13T09:00:00.000Z',
    why: 'The memorandum we were told of does not exist in the form described. The person who described it to us had not seen it, and we did not ask. Nothing in the piece should be relied on.',
  },
  body: `
Velmark has offered the Hessary Isles a guaranteed budget for ten years in return for a lease on the deep quays at Port Annis, according to a person who described the memorandum to this journal. The lease would run for forty years.

The premier’s office in Port Annis had not seen the paper and would not comment on it. The Admiralty said that it does not discuss correspondence between governments.
`,
  findings: [
    {
      key: 'memorandum-lease-offer',
      proposition:
        'Velmark offers the Isles a guaranteed budget for ten years in return for a naval lease at Port Annis.',
      holders: [{ actor: 'velmark', basis: 'second_hand' }],
      stance: 'proposes',
      register: 'private',
      saidIn: 'fr',
      conditions: [{ kind: 'in_exchange_for', text: 'a naval lease at Port Annis' }],
      scope: { text: 'for ten years', edtf: null },
      asOf: '2024-12',
      issues: ['status-of-the-isles'],
      places: ['port-annis'],
      quote:
        'Velmark has offered the Hessary Isles a guaranteed budget for ten years in return for a lease on the deep quays at Port Annis',
      from: { source: 'memorandum-account' },
    },
    {
      key: 'memorandum-forty-years',
      proposition: 'The lease Velmark proposes would run for forty years.',
      holders: [{ actor: 'velmark', basis: 'second_hand' }],
      stance: 'proposes',
      modality: 'would',
      register: 'private',
      scope: { text: 'for forty years', edtf: null },
      asOf: '2024-12',
      issues: ['status-of-the-isles'],
      quote: 'The lease would run for forty years',
      from: { source: 'memorandum-account' },
    },
  ],
};
