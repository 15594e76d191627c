import { mergeDocuments, type Preferred } from '../document/merge-documents.ts';
import { stableJson } from '../text/stable-json.ts';
import type { ArticleContent } from './article.ts';

export type MergedContent = {
  content: ArticleContent;
  /** The fields that both changed, in ways that exclude each other. */
  overlaps: (keyof ArticleContent)[];
};

/**
 * Merges two changed states of an article: by field, and the text by block and word. A change that
 * only one side made is taken without asking.
 * @param prefer whose field and whose words win if both sides changed the same ones
 */
export function mergeContent(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
  prefer: Preferred = 'theirs',
): MergedContent {
  const overlaps: (keyof ArticleContent)[] = [];
  const fields = Object.keys(base) as (keyof ArticleContent)[];
  const merged = fields.map((field) => {
    const [was, my, their] = [base, mine, theirs].map((content) => stableJson(content[field]));
    if (my === was || my === their) return [field, theirs[field]];
    if (their === was) return [field, mine[field]];
    const body = field === 'body' ? mergeDocuments(base.body, mine.body, theirs.body) : null;
    if (body !== null) return [field, body];
    overlaps.push(field);
    if (field === 'body') return [field, mergeDocuments(base.body, mine.body, theirs.body, prefer)];
    return [field, (prefer === 'mine' ? mine : theirs)[field]];
  });
  return { content: Object.fromEntries(merged) as ArticleContent, overlaps };
}
