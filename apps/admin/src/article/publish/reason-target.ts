import { fieldNameOf } from '@viewpoints/domain/kinds/fields-of-kind';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import type { Reason } from '@viewpoints/domain/refusal';
import type { FoundInText } from '../findings/in-text/words-in-text.ts';

export type PanelTab =
  | 'findings'
  | 'comments'
  | 'suggestions'
  | 'details'
  | 'publish'
  | 'revisions';

/** The place to fix a problem: a field over the text, the text, a panel, a finding, or another screen. */
export type ReasonTarget =
  | { kind: 'field'; field: string }
  | { kind: 'body'; found?: FoundInText }
  | { kind: 'panel'; tab: PanelTab; field: string }
  | { kind: 'finding'; id: string; field: string }
  | { kind: 'screen'; href: string };

const details = [
  ...['byline', 'topicIds', 'sourceIds', 'series', 'translationOf', 'pickIds', 'language', 'slug'],
  ...['parent', 'note'],
];

/** The place that a reason's `at` names; null if it names none. */
export function targetOf(reason: Reason): ReasonTarget | null {
  const [first = '', second = '', ...rest] = (reason.at ?? '').split('.');
  if (first === '') return null;
  if (first === 'headline' || first === 'standfirst') return { kind: 'field', field: first };
  if (first === 'body') return { kind: 'body', ...foundWords(reason) };
  if (first === 'findings' && second !== '') {
    return { kind: 'finding', id: second, field: rest.join('.') };
  }
  if (first === 'sources' && second !== '') return { kind: 'screen', href: `/sources/${second}` };
  if (details.includes(first)) return { kind: 'panel', tab: 'details', field: first };
  if (first === 'approval') return { kind: 'panel', tab: 'publish', field: 'steps' };
  return null;
}

/** The words that a reason is about, where it says so. */
function foundWords({ details }: Reason): { found?: FoundInText } {
  const { words, start } = details;
  return typeof words === 'string' && typeof start === 'number' ? { found: { words, start } } : {};
}

/** The label of the link to a place. */
export function targetLabel(
  place: ReasonTarget,
  numberOf: (id: string) => number | null,
  kind: ArticleKind = 'article',
): string {
  switch (place.kind) {
    case 'field':
      return place.field === 'headline' || place.field === 'standfirst'
        ? `Go to the ${fieldNameOf(kind, place.field)}`
        : `Go to the ${place.field}`;
    case 'body':
      return place.found ? 'Show the words' : 'Go to the text';
    case 'panel':
      return place.tab === 'publish' ? 'See the next step' : 'Fix in Details';
    case 'finding':
      return `Open finding ${numberOf(place.id) ?? ''}`.trim();
    case 'screen':
      return 'Open the source';
  }
}
