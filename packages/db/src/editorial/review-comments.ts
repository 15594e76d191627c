import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

/** What a reviewer asked for. Protected. */
export type ReviewComment = {
  id: string;
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
    select: { id: true, text: true, at: true, by: { select: { id: true, name: true } } },
  });
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

export async function insertReviewComment(
  tx: Transaction,
  comment: {
    id: string;
    articleId: string;
    revisionId: string | null;
    text: string;
    by: string;
    at: Date;
  },
): Promise<void> {
  const { by, ...columns } = comment;
  await tx.reviewComment.create({ data: { ...columns, byId: by } });
}
