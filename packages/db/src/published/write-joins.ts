import { createHash } from 'node:crypto';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Transaction } from '../client.ts';

/**
 * The same for an original and all its translations. It does not say which article is the
 * original: readers may not have that one.
 */
export function translationGroup(originalId: string): string {
  return createHash('md5')
    .update(originalId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Which part of a series an article is, and what was picked to be read beside it. */
export async function writeJoins(
  tx: Transaction,
  articleId: string,
  { series, pickIds }: Pick<ArticleContent, 'series' | 'pickIds'>,
): Promise<void> {
  await tx.publishedPart.deleteMany({ where: { articleId } });
  if (series !== null) await tx.publishedPart.create({ data: { articleId, ...series } });
  await tx.publishedPick.deleteMany({ where: { articleId } });
  await tx.publishedPick.createMany({
    data: pickIds
      .filter((id) => id !== articleId)
      .map((pickedId, position) => ({ articleId, pickedId, position })),
  });
}

/** A retracted article is no part of a series, cites nothing and leads nowhere. */
export async function removeJoins(tx: Transaction, articleId: string): Promise<void> {
  await tx.publishedPart.deleteMany({ where: { articleId } });
  await tx.publishedPick.deleteMany({ where: { articleId } });
  await tx.publishedWord.deleteMany({ where: { articleId } });
  await tx.publishedRelated.deleteMany({ where: { articleId } });
  await tx.publishedCitation.deleteMany({ where: { citingId: articleId } });
}
