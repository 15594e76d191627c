import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { oneOf } from '@viewpoints/domain/kinds/kinds';
import { reason } from '@viewpoints/domain/refusal';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { ProblemError } from '../problem.ts';

/** Ends the command if content has something that its kind does not have: a page has no topics. */
export function requireFieldsOfKind(
  { kind }: Pick<Article, 'kind'>,
  content: ArticleContent,
  fields: readonly (keyof ArticleContent)[],
): void {
  const given = fields.filter((field) => !kindHas(kind, field) && !isUnset(field, content[field]));
  if (given.length > 0)
    throw new ProblemError(
      'refused',
      given.map((field) => notOfKind(kind, field)),
    );
}

const isUnset = (field: keyof ArticleContent, value: unknown): boolean =>
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (field === 'genre' && value === 'original');

/** Ends the command if a kind has no findings. */
export function requireFindingsOfKind({ kind }: Pick<Article, 'kind'>): void {
  if (!kindHas(kind, 'findings')) throw new ProblemError('refused', [notOfKind(kind, 'findings')]);
}

const notOfKind = (kind: Article['kind'], field: string) =>
  reason('not_of_this_kind', `${capitalised(oneOf(kind))} does not have this.`, field, { kind });
