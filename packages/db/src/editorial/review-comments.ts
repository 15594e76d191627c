import type { LineKind } from '@viewpoints/domain/articles/assignment';
import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

/** A line to the next assignee of an article, and the step it was written with. Protected. */
export type ReviewComment = {
  id: string;
  kind: LineKind;
  text: string;
  by: { id: string; name: string };
  at: string;
};

/** Comments on an article, newest first. */
export async function listReviewComments(
  db: Transaction,
  articleId: string,
): Promise<ReviewComment[]> {
  const rows = await db.reviewComment.findMany({
    where: { articleId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: 100,
    select: {
      id: true,
      kind: true,
      text: true,
      at: true,
      by: { select: { id: true, name: true } },
    },
  });
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

export async function insertReviewComment(
  tx: Transaction,
  comment: {
    id: string;
    articleId: string;
    revisionId: string | null;
    kind: LineKind;
    text: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  const { by, ...columns } = comment;
  await tx.reviewComment.create({ data: { ...columns, byId: by } });
}
