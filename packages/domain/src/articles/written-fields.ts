import { stableJson } from '../text/stable-json.ts';
import { ArticleContent } from './article.ts';

/** A field whose words readers may come to see; the note is for the desk alone and nobody approves it. */
export type ArticleField = Exclude<keyof ArticleContent, 'note'>;

/** What an article says before anybody wrote in it; its slug is made for it. */
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
