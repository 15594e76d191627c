import type { ArticleKind } from '../pages/page-parent.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import type { Id } from '../values.ts';

/** An article within its group of translations. */
export type InLanguage = {
  id: Id;
  kind?: ArticleKind;
  language: string;
  translationOf: Id | null;
};

/** The original of the article that an editor chose: for a translation, what it was translated from. */
export function originalOf(chosen: Pick<InLanguage, 'id' | 'translationOf'>): Id {
  return chosen.translationOf ?? chosen.id;
}

/**
 * Whether an article may be the translation of an original, null for none; otherwise every reason
 * why not. `others` are the articles that name either of the two as their original, and the
 * original itself.
 */
export function checkTranslation(
  article: InLanguage,
  { original, others }: { original: Id | null; others: readonly InLanguage[] },
): Decision {
  const at = 'translationOf';
  if (original === article.id)
    return decide([
      reason('translation_of_itself', 'An article is not a translation of itself.', at),
    ]);
  const chosen = others.find(({ id }) => id === original);
  if (chosen !== undefined && chosen.kind !== article.kind)
    return decide([
      reason(
        'translation_of_other_kind',
        'A page and an article are no translations of each other.',
        at,
      ),
    ]);
  const isOriginal = others.some(({ translationOf }) => translationOf === article.id);
  if (original !== null && isOriginal)
    return decide([
      reason(
        'has_translations',
        'Other articles are translations of this one. Make them translations of the original first.',
        at,
      ),
    ]);
  const group = original ?? article.id;
  const inLanguage = others.filter(
    (other) =>
      other.id !== article.id && originalOf(other) === group && other.language === article.language,
  );
  return decide(
    inLanguage.length === 0
      ? []
      : [
          reason(
            'language_taken',
            'This article exists in this language already. Choose another language or another original.',
            at,
            { language: article.language, articleId: inLanguage[0]?.id ?? null },
          ),
        ],
  );
}
