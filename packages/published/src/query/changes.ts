import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import { ChangeKind, type PublicChange } from '@viewpoints/domain/changes/public-change';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { NumberedChange } from '@viewpoints/domain/webhooks/webhook-message';
import { limitBucket } from './limit-bucket.ts';
import { published } from './reader-tables.ts';

/** The column with the last part of an address, by kind. */
function placeOf(kind: ChangeKind): { table: string; id: string; part: string; newest?: string } {
  if (kind === 'article') return { table: 'published_article', id: 'id', part: 'slug' };
  if (kind === 'finding') return { table: 'published_finding', id: 'id', part: 'id' };
  // Each article that names a source has a row of it, and the newest decides.
  if (kind === 'source')
    return { table: 'published_source', id: 'source_id', part: 'slug', newest: 'published_at' };
  return { table: kinds[kind].table, id: 'id', part: 'slug' };
}

/** The last part of the present address of an entry `c`; null if it is not public. */
const part = sql<string | null>`coalesce(${sql.join(
  ChangeKind.options.map((kind) => {
    const { table, id, part, newest = id } = placeOf(kind);
    return sql`(select e.${sql.id(part)}::text from ${sql.table(table)} e
      where e.${sql.id(id)} = c.ref_id and c.kind = ${sql.lit(kind)}
      order by e.${sql.id(newest)} desc limit 1)`;
  }),
)})`;

const positionOf = (cursor: string) =>
  published.selectFrom('public_change').select('number').where('cursor_id', '=', cursor);

/** A query of the log: the entries after a cursor, of one kind or of all. */
export type ChangesRequest = {
  cursor: string | null;
  limit: number;
  kind?: ChangeKind | undefined;
};

/**
 * Entries of the log of changes, oldest first; null if no entry has such a cursor. Numbers are assigned at
 * the commit, so a read up to an entry is complete. Things that are gone have no address and no time.
 */
export async function listPublishedChanges(
  db: ReaderDatabase,
  { cursor, limit, kind }: ChangesRequest,
): Promise<PageOf<PublicChange> | null> {
  let query = published
    .selectFrom('public_change as c')
    .select(['c.kind', 'c.ref_id as id', 'c.at', 'c.cursor_id as cursor', part.as('part')])
    .orderBy('c.number')
    .limit(sql.lit(limitBucket(limit + 1)));
  if (cursor !== null) query = query.where('c.number', '>', positionOf(cursor));
  if (kind !== undefined) query = query.where('c.kind', '=', kind);
  const rows = await selectRows(db, query);
  if (rows.length === 0 && cursor !== null && (await selectFirst(db, positionOf(cursor))) === null)
    return null;
  const items = rows.slice(0, limit).map(changeOf);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last?.cursor ?? null };
}

type Row = { kind: string; id: string; at: Date; cursor: string; part: string | null };

function changeOf({ kind, id, cursor, part, at }: Row): PublicChange {
  const known = ChangeKind.parse(kind);
  return part === null
    ? { kind: known, id, address: null, at: null, cursor }
    : { kind: known, id, address: `/${kinds[known].path}/${part}`, at: instant(at), cursor };
}

/** Entries with their numbers. */
const numbered = published
  .selectFrom('public_change as c')
  .select([
    'c.number',
    'c.kind',
    'c.ref_id as id',
    'c.at',
    'c.cursor_id as cursor',
    part.as('part'),
  ]);

const loggedOf = ({
  number,
  ...row
}: Row & { number: bigint | number | string }): NumberedChange => ({
  ...changeOf(row),
  number: BigInt(number),
});

/** The entries after a number, the oldest first: of each what is true now. */
export async function listChangesAfter(
  db: ReaderDatabase,
  { after, limit }: { after: bigint; limit: number },
): Promise<NumberedChange[]> {
  const query = numbered
    .where('c.number', '>', after)
    .orderBy('c.number')
    .limit(sql.lit(limitBucket(limit)));
  return (await selectRows(db, query)).map(loggedOf);
}

/** The entry with a cursor, as it is now; null where there is none. */
export async function findChange(
  db: ReaderDatabase,
  cursor: string,
): Promise<NumberedChange | null> {
  const row = await selectFirst(db, numbered.where('c.cursor_id', '=', cursor));
  return row && loggedOf(row);
}
