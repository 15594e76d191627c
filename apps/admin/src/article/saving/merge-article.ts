import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { type ArticleField, articleFields, sameValue } from './content-of.ts';

export type FieldChoice = 'mine' | 'theirs';

/** A field in which this screen and the server differ. */
export type FieldDifference = {
  field: ArticleField;
  /** What may be taken without loss: the side that changed, where only one did. */
  choice: FieldChoice;
  /** Both changed it: somebody has to decide. */
  conflict: boolean;
};

/** Fields that differ between mine and theirs, told apart by what both began from. */
export function differencesOf(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
): FieldDifference[] {
  return articleFields.flatMap((field) => {
    if (sameValue(mine[field], theirs[field])) return [];
    const mineChanged = !sameValue(base[field], mine[field]);
    const theirsChanged = !sameValue(base[field], theirs[field]);
    const choice: FieldChoice = mineChanged ? 'mine' : 'theirs';
    return [{ field, choice, conflict: mineChanged && theirsChanged }];
  });
}

/** Their working copy with the fields that are to stay mine. */
export function mergeArticle(
  mine: ArticleContent,
  theirs: ArticleContent,
  choices: ReadonlyMap<ArticleField, FieldChoice>,
): ArticleContent {
  const kept = [...choices].filter(([, choice]) => choice === 'mine').map(([field]) => field);
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) };
}
