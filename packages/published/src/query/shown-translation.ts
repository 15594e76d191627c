import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import type { SqlFragment } from '@viewpoints/db/read-rows';

/** Whether a language is the journal's, by their first parts: `en-GB` is `en`. */
const inJournalsLanguage = (of: string) =>
  `split_part(${of}.language, '-', 1) = split_part(
     coalesce((SELECT language FROM journal WHERE id = 1), '${unnamedJournal.language}'), '-', 1)`;

// `translationGroup` in SQL, of the article itself.
const isOriginal = (of: string) => `${of}.translation_group = md5(${of}.id::text)::uuid`;

/**
 * That the published article `a` stands for its piece: of those that are the same in several
 * languages the one in the journal's language, else the original, else what came out first.
 * @param among what others `o` have to be, to stand for the piece in the same list
 */
export const isShownTranslation = (among: readonly string[] = []): string => `NOT EXISTS (
  SELECT FROM published_article o
  WHERE o.translation_group = a.translation_group AND o.id <> a.id
    AND ${['NOT o.retracted', ...among].join(' AND ')}
    AND (${inJournalsLanguage('o')}, ${isOriginal('o')}, a.published_at, a.id)
      > (${inJournalsLanguage('a')}, ${isOriginal('a')}, o.published_at, o.id))`;

/** The piece of the published article `a` in its other languages, as `ArticleRef`s, by language. */
export const alsoIn = `(SELECT coalesce(json_agg(json_build_object('id', o.id, 'slug', o.slug,
    'headline', o.summary ->> 'headline', 'language', o.language,
    'direction', o.summary ->> 'direction') ORDER BY o.language, o.published_at, o.id), '[]')
  FROM published_article o
  WHERE o.translation_group = a.translation_group AND o.id <> a.id
    AND NOT o.retracted AND NOT a.retracted)`;

/**
 * The order, of the published articles `a` that are one piece, in which a reader of the article
 * `own` wants them: in the language they read, else what stands for the piece.
 */
export const isShownTranslationForOwnLanguage: SqlFragment = {
  strings: [
    `(split_part(a.language, '-', 1) = split_part(own.language, '-', 1)) DESC,
     (${inJournalsLanguage('a')}) DESC, (${isOriginal('a')}) DESC, a.published_at, a.id`,
  ],
  values: [],
};
