import { stableJson } from '../text/stable-json.ts';
import { ArticleContent } from './article.ts';

/** A field that may become public. The note is for the desk only and needs no approval. */
export type ArticleField = Exclude<keyof ArticleContent, 'note'>;

/** The content of a new article; a placeholder slug is added. */
const blank = ArticleContent.parse({ slug: 'blank' });

/** The public fields in which two states of an article differ; of a new one, those that say something. */
export function writtenFields(
  before: ArticleContent | null,
  after: ArticleContent,
): ArticleField[] {
  const old = before ?? { ...blank, slug: after.slug };
  const fields = Object.keys(ArticleContent.shape) as (keyof ArticleContent)[];
  return fields.filter(
    (field): field is ArticleField =>
      field !== 'note' && stableJson(old[field]) !== stableJson(after[field]),
  );
}
