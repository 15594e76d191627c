import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { Transaction } from '../client.ts';
import { catalogueKinds, namedIdsQuery, withParents } from './entry-tables.ts';

/**
 * Locks for reading, until this transaction ends, every source and every entry of the catalogue that
 * an article names, with what is above it in its tree. A publication takes this lock and then that
 * of the article; who edits a name takes that of the name and then those of the articles. So no two
 * of them wait for each other, and a name changed at the same moment comes before what is composed
 * under the lock, or after it.
 *
 * A page is checked against the protected names of all sources, as null results are, and takes their lock.
 */
export async function lockNamesOf(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRawUnsafe(statement, articleId);
}

const ids: Record<string, string> = {
  ...Object.fromEntries(
    catalogueKinds.map((kind) => [kinds[kind].table, withParents(kind, namedIdsQuery(kind))]),
  ),
  source: `
    SELECT source_id FROM article_source WHERE article_id = $1::uuid
    UNION SELECT source_id FROM own WHERE source_id IS NOT NULL
    UNION SELECT l.source_id FROM finding_locator l JOIN own ON own.id = l.finding_id
    UNION SELECT source_id FROM published_source_use WHERE article_id = $1::uuid`,
};

/** In one order of tables, and by id in each, so that two publications never wait in a circle. */
const tables = Object.keys(ids).sort();

const statement = `
  WITH own AS (SELECT id, source_id FROM finding WHERE article_id = $1::uuid),
  ${tables
    .map(
      (table) => `"locked_${table}" AS (
        SELECT id FROM "${table}" WHERE id IN (${ids[table]}) ORDER BY id FOR SHARE)`,
    )
    .join(', ')}
  , page AS (
    SELECT pg_advisory_xact_lock(hashtextextended('null_result', 0)) FROM article WHERE id = $1::uuid AND kind = 'page')
  SELECT count(*) FROM (SELECT NULL::uuid FROM page UNION ALL ${tables
    .map((table) => `SELECT id FROM "locked_${table}"`)
    .join(' UNION ALL ')}) AS locked`;
