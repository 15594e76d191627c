import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** Inserts a pass to the preview of an article, by its hash, and drops those that have expired. */
export async function insertPreviewPass(
  tx: Transaction,
  pass: { hash: string; articleId: string; accountId: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.previewPass.deleteMany({ where: { expiresAt: { lte: now } } });
  await tx.previewPass.create({ data: pass });
}

/**
 * Consumes a pass and returns what it is for; null if it is unknown, used or expired. Deleting
 * is what decides, so of two who bring the same pass one gets it, at whichever instance.
 */
export async function takePreviewPass(
  db: Transaction,
  { hash, at }: { hash: string; at: Date },
): Promise<{ articleId: string; accountId: string } | null> {
  const [pass] = await parseRowsIn(
    db,
    z.object({ articleId: z.string(), accountId: z.string() }),
    Prisma.sql`
    DELETE FROM preview_pass WHERE hash = ${hash} AND expires_at > ${at}
    RETURNING article_id AS "articleId", account_id AS "accountId"`,
  );
  return pass ?? null;
}
