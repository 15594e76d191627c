import { Prisma } from '../generated/client.ts';

/*
 * Ownership as conditions of queries; the same rules as `articleSubject` and `findingSubject` of the
 * domain.
 */

/** Articles that an account began or last wrote. */
export const ownArticles = (accountId: string) =>
  ({
    OR: [{ createdById: accountId }, { savedById: accountId }],
  }) satisfies Prisma.ArticleWhereInput;

/** Findings of those articles, and findings that the account proposed elsewhere. */
export const ownFindings = (accountId: string) =>
  ({
    OR: [{ article: ownArticles(accountId) }, { proposedById: accountId }],
  }) satisfies Prisma.FindingWhereInput;

/** The same of a row `a` of `article`, and of a row `f` of `finding` of that article. */
export const isOwnArticle = (accountId: string) =>
  Prisma.sql`(a.created_by_id = ${accountId}::uuid or a.saved_by_id = ${accountId}::uuid)`;
export const isOwnFinding = (accountId: string) =>
  Prisma.sql`(${isOwnArticle(accountId)} or f.proposed_by_id = ${accountId}::uuid)`;

/**
 * Every word of `q` occurs in one of the columns, ignoring case.
 * @param orElse what else a word may be found in
 */
export function containsText(
  q: string | undefined,
  columns: readonly Prisma.Sql[],
  orElse?: (word: string) => Prisma.Sql,
): Prisma.Sql {
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  const all = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return Prisma.sql`(${Prisma.join(
      [
        ...columns.map((column) => Prisma.sql`${column} ilike ${pattern}`),
        ...(orElse ? [orElse(word)] : []),
      ],
      ' or ',
    )})`;
  });
  return all.length === 0 ? Prisma.sql`true` : Prisma.join(all, ' and ');
}
