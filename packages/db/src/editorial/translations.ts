import type { InLanguage } from '@viewpoints/domain/articles/translation';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';

/** Articles with their language and the original each is a translation of. */
export async function listTranslations(tx: Transaction, ids: string[]): Promise<InLanguage[]> {
  return listWhere(tx, { id: { in: ids } });
}

/**
 * An original, what names it as theirs, and what names the article itself so. The original is taken
 * for this transaction: of two who choose it at once, one waits and then sees the other.
 */
export async function lockGroup(
  tx: Transaction,
  { articleId, originalId }: { articleId: string; originalId: string | null },
): Promise<InLanguage[]> {
  if (originalId !== null)
    await lockRowsIn(
      tx,
      Prisma.sql`select 1 from article where id = ${originalId}::uuid for no key update`,
    );
  const originals = [articleId, ...(originalId === null ? [] : [originalId])];
  return listWhere(tx, {
    OR: [{ id: originalId ?? articleId }, { translationOfId: { in: originals } }],
  });
}

async function listWhere(tx: Transaction, where: Prisma.ArticleWhereInput): Promise<InLanguage[]> {
  const rows = await tx.article.findMany({
    where,
    select: { id: true, kind: true, language: true, translationOfId: true },
  });
  return rows.map(({ translationOfId, ...row }) => ({ ...row, translationOf: translationOfId }));
}
