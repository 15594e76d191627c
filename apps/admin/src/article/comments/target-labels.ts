import type { CommentedField, CommentTarget } from '@viewpoints/domain/comments/comment';
import { fieldLabel } from '@viewpoints/domain/validation/field-label';
import type { ArticleScreenData } from '../article-data.ts';
import type { ReasonTarget } from '../publish/reason-target.ts';
import type { CommentThread } from './use-comments.ts';

export const labelOfField = (field: CommentedField): string => fieldLabel([field]) ?? field;

/** Fields in the order in which the screen has them. */
export const commentedFields: readonly CommentedField[] = [
  ...(['headline', 'standfirst', 'byline', 'topicIds', 'sourceIds', 'section', 'genre'] as const),
  ...(['series', 'translationOf', 'pickIds', 'slug', 'language', 'direction', 'note'] as const),
];

/** What a thread is on, in two words: "Words", "Finding 3", "Headline". */
export function targetName(
  on: CommentTarget | CommentThread['on'],
  findings: ArticleScreenData['findings'],
): string {
  switch (on.kind) {
    case 'words':
      return 'Words';
    case 'field':
      return labelOfField(on.field);
    case 'finding': {
      const finding = findings.find(({ id }) => id === on.findingId);
      return finding ? `Finding ${finding.number}` : 'Finding';
    }
  }
}

/** Where to see what a thread is on, for one that is on no words. */
export function placeOf(on: CommentThread['on']): ReasonTarget | null {
  if (on.kind === 'finding') return { kind: 'finding', id: on.findingId, field: '' };
  if (on.kind === 'words') return null;
  return on.field === 'headline' || on.field === 'standfirst'
    ? { kind: 'field', field: on.field }
    : { kind: 'panel', tab: 'details', field: on.field };
}
