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

/** Whose turn an article is; null where it was never handed to anybody. */
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

/** Ends an assignment: no next step of the article is awaited. */
export async function deleteAssignment(tx: Transaction, articleId: string): Promise<void> {
  await tx.assignment.deleteMany({ where: { articleId } });
}

/** Takes every article from somebody who cannot sign in any more; answers with how many. */
export async function unassignAccount(tx: Transaction, accountId: string): Promise<number> {
  const { count } = await tx.assignment.updateMany({
    where: { assigneeId: accountId },
    data: { assigneeId: null },
  });
  return count;
}
