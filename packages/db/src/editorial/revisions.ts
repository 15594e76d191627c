import { Revision, type RevisionReason } from '@viewpoints/domain/articles/revision';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import { parseContentOf } from './unreadable-content.ts';

type Reason = z.infer<typeof RevisionReason>;

/** A revision in a list: everything but what it holds. */
export type RevisionMeta = {
  id: string;
  number: number;
  reason: Reason;
  createdBy: { id: string; name: string };
  createdAt: string;
};

/**
 * A revision with its content; null if there is none.
 * @throws {UnreadableContent} if its content does not parse
 */
export async function findRevision(db: Transaction, id: string): Promise<Revision | null> {
  const row = await db.revision.findUnique({ where: { id } });
  if (row === null) return null;
  const { createdById, createdAt, ...columns } = row;
  return parseContentOf(db, row.articleId, () =>
    Revision.parse({ ...columns, createdBy: createdById, createdAt: instant(createdAt) }),
  );
}

/** Revisions of an article, newest first. */
export async function listRevisions(db: Transaction, articleId: string): Promise<RevisionMeta[]> {
  const rows = await db.revision.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    take: 200,
    select: {
      id: true,
      number: true,
      reason: true,
      createdAt: true,
      createdBy: { select: { id: true, name: true } },
    },
  });
  return rows.map((row) => ({ ...row, createdAt: instant(row.createdAt) }));
}

/** Inserts a snapshot under the article's next number; the article must be locked. */
export async function insertRevision(
  tx: Transaction,
  revision: Omit<Revision, 'number'>,
): Promise<Revision> {
  const { id, articleId, reason, content, findings, links, text, createdBy, createdAt } = revision;
  const [row] = await parseRowsIn(
    tx,
    z.object({ number: z.number() }),
    Prisma.sql`
    insert into revision (id, article_id, number, reason, content, findings, links, text, created_by_id, created_at)
    select ${id}::uuid, ${articleId}::uuid, coalesce(max(number), 0) + 1, ${reason}::revision_reason,
           ${JSON.stringify(content)}::jsonb, ${JSON.stringify(findings)}::jsonb, ${JSON.stringify(links)}::jsonb,
           ${text}, ${createdBy}::uuid, ${createdAt}::timestamptz
    from revision where article_id = ${articleId}::uuid
    returning number`,
  );
  if (row === undefined) throw new Error('a revision that was inserted has no number');
  return { ...revision, number: row.number };
}

export async function findLatestRevisionId(
  db: Transaction,
  articleId: string,
): Promise<string | null> {
  const row = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}
