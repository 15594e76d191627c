import { ArticleContent } from '@viewpoints/domain/articles/article';
import { sentence } from '@viewpoints/domain/text/sentence';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { fieldLabel } from '@viewpoints/domain/validation/field-label';

export type ArticleField = keyof ArticleContent;

/** Every field an editor writes, in the order of the screen. */
export const articleFields: readonly ArticleField[] = [
  'headline',
  'standfirst',
  'body',
  'slug',
  'section',
  'genre',
  'language',
  'direction',
  'byline',
  'topicIds',
  'sourceIds',
  'series',
  'translationOf',
  'pickIds',
  'note',
];

export const fieldNames = Object.fromEntries(
  articleFields.map((field) => [field, fieldLabel([field])]),
) as Record<ArticleField, string>;

/** Whether two values of a field are the same, order of keys aside. */
export function sameValue(a: unknown, b: unknown): boolean {
  return stableJson(a) === stableJson(b);
}

/** The fields in which two states of an article differ, in the order of the screen. */
export const differingFields = (a: ArticleContent, b: ArticleContent): ArticleField[] =>
  articleFields.filter((field) => !sameValue(a[field], b[field]));

/**
 * The content that can be sent: a field that is not valid yet (an empty slug, a headline that is
 * too long) is sent as it was stored and reported, so that the rest is saved all the same.
 */
export function sendable(
  content: ArticleContent,
  stored: ArticleContent,
): { content: ArticleContent; invalid: Partial<Record<ArticleField, string>> } {
  const parsed = ArticleContent.safeParse(content);
  if (parsed.success) return { content: parsed.data, invalid: {} };
  const invalid: Partial<Record<ArticleField, string>> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as ArticleField;
    invalid[field] ??= sentence(issue.message);
  }
  const fields = Object.keys(invalid) as ArticleField[];
  const kept = Object.fromEntries(fields.map((field) => [field, stored[field]]));
  return { content: ArticleContent.parse({ ...content, ...kept }), invalid };
}
