import type { ArticleContent } from '../articles/article.ts';
import type { ArticleKind } from '../pages/page-parent.ts';
import type { KindFacts } from './kind-facts.ts';
import { kinds } from './kinds.ts';

/** Whether editors write a field of this kind, or findings in it: a page has no topics. */
export const kindHas = (kind: ArticleKind, field: keyof ArticleContent | 'findings'): boolean =>
  !(kinds[kind].without as readonly string[]).includes(field);

/** What editors call a field of this kind: a page has a title. */
export function fieldNameOf(kind: ArticleKind, field: keyof KindFacts['fieldNames']): string {
  const names: KindFacts['fieldNames'] = kinds[kind].fieldNames;
  return names[field] ?? field;
}
