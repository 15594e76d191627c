import type { Issue, IssueContent } from '@viewpoints/domain/issues/issue';
import type { Transaction } from '../client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export async function findIssue(db: Transaction, id: string): Promise<Issue | null> {
  return db.issue.findUnique({ where: { id } });
}

/** Takes the issue for this transaction. */
export async function lockIssue(tx: Transaction, id: string): Promise<Issue | null> {
  await tx.$queryRaw`select 1 from issue where id = ${id}::uuid for no key update`;
  return findIssue(tx, id);
}

/** Lists issues by name, those whose name or slug holds `q`. */
export async function listIssues(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Issue>> {
  const rows = await db.issue.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : { OR: [{ name: { contains: q, mode: 'insensitive' } }, { slug: { contains: q } }] },
        cursor === null
          ? {}
          : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, { item: (row) => row, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertIssue(
  tx: Transaction,
  id: string,
  content: IssueContent,
): Promise<Issue> {
  return tx.issue.create({ data: { id, ...content, save: 1 } });
}

export async function updateIssue(
  tx: Transaction,
  id: string,
  content: IssueContent,
): Promise<Issue> {
  const data = { ...content, save: { increment: 1 } };
  return tx.issue.update({ where: { id }, data });
}

/** Removes a issue that nothing refers to; the database refuses it otherwise. */
export async function deleteIssue(tx: Transaction, id: string): Promise<void> {
  await tx.issue.delete({ where: { id } });
}
