import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { selectRowsIn } from '@viewpoints/db/statement';
import type { EntryKind } from '@viewpoints/domain/kinds/kinds';
import { mayProtect } from './protecting-sources.ts';

/**
 * Ids of the sources that may protect something and that articles rest on whose live version names
 * an entry, or something under it in its tree.
 */
export async function listNeighbouringSources(
  tx: Transaction,
  { kind, id }: { kind: EntryKind; id: string },
): Promise<string[]> {
  const neighbouring = allTables
    .selectFrom('published_mention as m')
    .innerJoin('published_source_use as u', 'u.article_id', 'm.article_id')
    .innerJoin('source as s', 's.id', 'u.source_id')
    .select('s.id')
    .distinct()
    .where('m.kind', '=', kind)
    .where('m.ref_id', '=', id)
    .where(mayProtect)
    .orderBy('s.id');
  const rows = await selectRowsIn(tx, neighbouring);
  return rows.map((row) => row.id);
}

/**
 * Ids of the sources that may protect something and that articles rest on of which something public
 * rests on a source, itself among them.
 */
export async function listSourcesOfSameArticles(
  tx: Transaction,
  sourceId: string,
): Promise<string[]> {
  const beside = allTables
    .selectFrom('published_source_use as own')
    .innerJoin('published_source_use as u', 'u.article_id', 'own.article_id')
    .innerJoin('source as s', 's.id', 'u.source_id')
    .select('s.id')
    .distinct()
    .where('own.source_id', '=', sourceId)
    .where(mayProtect)
    .orderBy('s.id');
  const rows = await selectRowsIn(tx, beside);
  return rows.map((row) => row.id);
}
