import type { Assignment, AssignmentContent } from '@viewpoints/domain/articles/assignment';
import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

type Row = Omit<Assignment, 'setBy' | 'setAt'> & { setById: string; setAt: Date };

const columns = {
  ...{ assigneeId: true, dueOn: true, priority: true, setById: true, setAt: true },
} as const;

const assignmentOf = ({ setById, setAt, ...row }: Row): Assignment => ({
  ...row,
  setBy: setById,
  setAt: instant(setAt),
});

/** The assignment of an article; null if it never had one. */
export async function findAssignment(
  db: Transaction,
  articleId: string,
): Promise<Assignment | null> {
  const row = await db.assignment.findUnique({ where: { articleId }, select: columns });
  return row === null ? null : assignmentOf(row);
}

/** Writes whose turn an article is. The article must be locked. */
export async function writeAssignment(
  tx: Transaction,
  articleId: string,
  { by, at, ...content }: AssignmentContent & { by: string; at: Date },
): Promise<Assignment> {
  const row = { ...content, setById: by, setAt: at };
  return assignmentOf(
    await tx.assignment.upsert({
      where: { articleId },
      create: { articleId, ...row },
      update: row,
      select: columns,
    }),
  );
}

/** Deletes the assignment and the scheduled version of an article that has no next step. */
export async function deleteNextStep(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    with scheduled as (delete from scheduled_version where article_id = ${articleId}::uuid)
    delete from assignment where article_id = ${articleId}::uuid`;
}

/** The articles assigned to an account, in the order in which they are to be locked. */
export async function listAssignedArticles(db: Transaction, accountId: string): Promise<string[]> {
  const rows = await db.assignment.findMany({
    where: { assigneeId: accountId },
    orderBy: { articleId: 'asc' },
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

/** How many articles are assigned to each account; accounts without any are left out. */
export async function countAssigned(db: Transaction): Promise<Map<string, number>> {
  const rows = await db.assignment.groupBy({
    by: ['assigneeId'],
    where: { assigneeId: { not: null } },
    _count: { _all: true },
  });
  return new Map(
    rows.flatMap(({ assigneeId, _count }) =>
      assigneeId === null ? [] : [[assigneeId, _count._all]],
    ),
  );
}
