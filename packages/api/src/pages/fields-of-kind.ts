import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../problem.ts';

/** Ends the command if content has something that its kind does not have: a page has no topics. */
export function requireFieldsOfKind(
  { kind }: Pick<Article, 'kind'>,
  content: ArticleContent,
  fields: readonly (keyof ArticleContent)[],
): void {
  const without: readonly string[] = kinds[kind].without;
  const given = fields.filter(
    (field) => without.includes(field) && !isUnset(field, content[field]),
  );
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
  if ((kinds[kind].without as readonly string[]).includes('findings'))
    throw new ProblemError('refused', [notOfKind(kind, 'findings')]);
}

const notOfKind = (kind: Article['kind'], field: string) =>
  reason(
    'not_of_this_kind',
    `${kinds[kind].label.one === 'Page' ? 'A page' : 'An article'} does not have this.`,
    field,
    { kind },
  );
