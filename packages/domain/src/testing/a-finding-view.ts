import { FindingView } from '../findings/finding-view.ts';
import { idOf } from './builders.ts';

/** The public view of a finding, held in public by "Ostrava" unless given otherwise. */
export function aFindingView(number: number, overrides: Partial<FindingView> = {}): FindingView {
  return FindingView.parse({
    id: idOf(number),
    number: null,
    state: 'published',
    successor: null,
    article: { id: idOf(900), slug: 'the-marsh', headline: 'The marsh' },
    language: 'en',
    direction: 'ltr',
    proposition: `Proposition ${number}`,
    holders: [
      {
        ...{ actor: { slug: 'ostrava', name: 'Ostrava' }, wording: null, basis: 'direct' },
        label: 'Ostrava',
      },
    ],
    ...{ stance: 'supports', polarity: 'affirmative', modality: 'actual', register: 'public' },
    ...{ saidIn: null, occasion: null, shift: null, conditions: [], scope: null, asOf: '2031' },
    ...{ consensus: null, issues: [], places: [], quote: null, locators: [] },
    attribution: {
      ...{ id: null, terms: 'background', termsLabel: 'Background' },
      ...{ wording: 'a former minister', named: null },
    },
    publishedAt: '2032-01-01T09:00:00.000Z',
    ...overrides,
  });
}

/** The same, replaced by another: by a change of position, or by the correction of a mistake. */
export const replacedBy = (
  number: number,
  state: 'superseded' | 'corrected',
  overrides: Partial<FindingView>,
): Partial<FindingView> => ({
  state,
  successor: {
    id: idOf(number),
    proposition: `Proposition ${number}`,
    article: { slug: 'the-marsh', headline: 'The marsh' },
  },
  ...overrides,
});
