import type { Transaction } from '@viewpoints/db/client';
import { mayProtect } from './protecting-sources.ts';

/**
 * Ids of the sources that may protect something and that articles rest on whose live version names
 * an entry, or something under it in its tree.
 */
export async function listNeighbouringSources(
  tx: Transaction,
  { kind, id }: { kind: string; id: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.id::text
    FROM published_mention m
    JOIN published_source_use u ON u.article_id = m.article_id
    JOIN source s ON s.id = u.source_id
    WHERE m.kind = ${kind}::page_kind AND m.ref_id = ${id}::uuid AND ${mayProtect}
    ORDER BY 1`;
  return rows.map((row) => row.id);
}

/**
 * Ids of the sources that may protect something and that articles rest on of which something public
 * rests on a source, itself among them.
 */
export async function listSourcesBeside(tx: Transaction, sourceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT s.id::text
    FROM published_source_use own
    JOIN published_source_use u ON u.article_id = own.article_id
    JOIN source s ON s.id = u.source_id
    WHERE own.source_id = ${sourceId}::uuid AND ${mayProtect}
    ORDER BY 1`;
  return rows.map((row) => row.id);
}
