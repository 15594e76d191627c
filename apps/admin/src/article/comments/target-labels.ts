import type { CommentedField, CommentTarget } from '@viewpoints/domain/comments/comment';
import { fieldNameOf, kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { capitalised } from '@viewpoints/domain/text/sentence';
import type { ArticleScreenData } from '../article-data.ts';
import { nounOf } from '../kind-words.ts';
import type { ReasonTarget } from '../publish/reason-target.ts';
import type { CommentThread } from './use-comments.ts';

/** The labels of fields on the screen, in its order. */
const labels: Record<CommentedField, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  topicIds: 'Topics',
  sourceIds: 'Sources',
  series: 'Series',
  translationOf: 'Original',
  pickIds: 'Related reading',
  genre: 'Genre',
  section: 'Section',
  language: 'Language',
  direction: 'Direction',
  slug: 'Slug',
  note: 'Desk note',
};

export const labelOfField = (field: CommentedField, kind: ArticleKind): string =>
  field === 'headline' || field === 'standfirst' || field === 'slug'
    ? capitalised(fieldNameOf(kind, field))
    : labels[field];

/** The fields of a kind that can be commented on. */
export const commentedFieldsOf = (kind: ArticleKind): CommentedField[] =>
  (Object.keys(labels) as CommentedField[]).filter((field) => kindHas(kind, field));

/** The target of a thread, in two words: "Words", "Finding 3", "Headline". */
export function targetName(
  on: CommentTarget | CommentThread['on'],
  { findings, article }: Pick<ArticleScreenData, 'findings' | 'article'>,
): string {
  switch (on.kind) {
    case 'words':
      return 'Words';
    case 'article':
      return `Whole ${nounOf(article)}`;
    case 'field':
      return labelOfField(on.field, article.kind);
    case 'finding': {
      const finding = findings.find(({ id }) => id === on.findingId);
      return finding ? `Finding ${finding.number}` : 'Finding';
    }
  }
}

/** The screen that shows a thread's target, if that is no words of the text. */
export function targetOf(on: CommentThread['on']): ReasonTarget | null {
  if (on.kind === 'finding') return { kind: 'finding', id: on.findingId, field: '' };
  if (on.kind === 'words' || on.kind === 'article') return null;
  return on.field === 'headline' || on.field === 'standfirst'
    ? { kind: 'field', field: on.field }
    : { kind: 'panel', tab: 'details', field: on.field };
}
