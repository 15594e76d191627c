import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** Ids of pictures and files that have bytes, those in the trash included, in order after one of them. */
export async function listStoredMediaIds(
  db: Transaction,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    Prisma.sql`
    SELECT id::text FROM (
      SELECT id FROM media UNION SELECT id FROM trash_item WHERE kind = 'media') m
    WHERE ${after}::uuid IS NULL OR id > ${after}::uuid ORDER BY m.id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Locks a picture or file against being cleaned, removed, restored or deleted for good, but not against other changes.
 * @returns the SHA-256 of its bytes in hex; null if it is gone
 */
export async function lockStoredMedia(tx: Transaction, id: string): Promise<string | null> {
  const row = z.object({ sha256: z.string() });
  const inLibrary = Prisma.sql`SELECT sha256 FROM media WHERE id = ${id}::uuid FOR KEY SHARE`;
  const inTrash = Prisma.sql`
    SELECT content->'row'->>'sha256' AS sha256 FROM trash_item
    WHERE id = ${id}::uuid AND kind = 'media' FOR KEY SHARE`;
  // Twice in the library: it may have been restored between the first and the second.
  for (const statement of [inLibrary, inTrash, inLibrary]) {
    const [found] = await parseRowsIn(tx, row, statement);
    if (found !== undefined) return found.sha256;
  }
  return null;
}
