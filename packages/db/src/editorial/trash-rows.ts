import { type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import type { TrashKind } from '@viewpoints/domain/trash/trash';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { parentColumns } from './entry-tables.ts';

/** The trash entry of anything but an article: its row and what belongs to it. */
const Kept = z.strictObject({
  row: z.record(z.string(), z.json()),
  /** Of a source: who took part. */
  participants: z.array(z.record(z.string(), z.json())).default([]),
  /** Of a source: descriptions that it was entered from, or that were matched to it. */
  descriptionIds: z.array(z.uuid()).default([]),
});
export type Kept = z.output<typeof Kept>;
export type KeptKind = Exclude<TrashKind, 'article'>;

const { sql, raw } = Prisma;
const tableOf = (kind: KeptKind): string =>
  kind === 'media' || kind === 'source' ? kind : kinds[kind].table;

/** The row of something that is about to be removed, with what goes with it. */
export async function readForTrash(tx: Transaction, kind: KeptKind, id: string): Promise<Kept> {
  const [row] = await parseRowsIn(
    tx,
    z.object({ kept: z.unknown() }),
    sql`
    select jsonb_build_object('row', to_jsonb(t)) as kept
    from ${raw(`"${tableOf(kind)}"`)} t where t.id = ${id}::uuid`,
  );
  const kept = Kept.parse(row?.kept);
  if (kind !== 'source') return kept;
  const [parts] = await parseRowsIn(
    tx,
    z.object({ participants: z.unknown(), descriptionIds: z.unknown() }),
    sql`
    select coalesce((select jsonb_agg(to_jsonb(p)) from source_participant p
                     where p.source_id = ${id}::uuid), '[]') as participants,
           coalesce((select jsonb_agg(d.id) from source_description d
                     where d.source_id = ${id}::uuid), '[]') as "descriptionIds"`,
  );
  return Kept.parse({ ...kept, ...parts });
}

/**
 * Writes back what `readForTrash` read, under its id. If its slug is taken by now it gets a new
 * one, and if its parent entry is gone it has none: the result says so.
 */
export async function writeFromTrash(
  tx: Transaction,
  kind: KeptKind,
  content: unknown,
): Promise<{ newSlug: string | null; lostParent: boolean }> {
  const { row, participants, descriptionIds } = Kept.parse(content);
  const table = tableOf(kind);
  const parent = (parentColumns as Partial<Record<CatalogueKind, string>>)[kind as CatalogueKind];
  const lostParent = parent !== undefined && !(await isThere(tx, table, row[parent]));
  const newSlug = typeof row.slug === 'string' ? await freeSlug(tx, table, row.slug) : null;
  await insertRow(tx, table, {
    ...row,
    ...(newSlug === null ? {} : { slug: newSlug }),
    ...(lostParent && parent !== undefined ? { [parent]: null } : {}),
  });
  for (const participant of participants) await insertRow(tx, 'source_participant', participant);
  if (descriptionIds.length > 0)
    await tx.$executeRaw`update source_description set source_id = ${String(row.id)}::uuid
      where id = any(${descriptionIds}::uuid[]) and source_id is null`;
  return { newSlug, lostParent };
}

/** Whether an id, if there is one, names a row. */
async function isThere(tx: Transaction, table: string, id: unknown): Promise<boolean> {
  if (typeof id !== 'string') return true;
  const locked = await lockRowsIn(
    tx,
    sql`
    select 1 from ${raw(`"${table}"`)} where id = ${id}::uuid for key share`,
  );
  return locked > 0;
}

/** A slug like this one that is free; null if this one is. */
async function freeSlug(tx: Transaction, table: string, slug: string): Promise<string | null> {
  const taken = async (candidate: string) => {
    const rows = await parseRowsIn(
      tx,
      z.object({}),
      sql`
      select 1 from ${raw(`"${table}"`)} where slug = ${candidate}`,
    );
    return rows.length > 0;
  };
  if (!(await taken(slug))) return null;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug.slice(0, 90)}-${number}`;
    if (!(await taken(candidate))) return candidate;
  }
}

/** Inserts a row by the columns that it has and the table still has; new ones have their defaults. */
async function insertRow(tx: Transaction, table: string, row: Kept['row']): Promise<void> {
  const columns = await parseRowsIn(
    tx,
    z.object({ name: z.string() }),
    sql`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table}
      and column_name = any(${Object.keys(row)}::text[])`,
  );
  const list = raw(columns.map(({ name }) => `"${name}"`).join(', '));
  const target = raw(`"${table}"`);
  await tx.$executeRaw(sql`insert into ${target} (${list})
    select ${list} from jsonb_populate_record(null::${target}, ${JSON.stringify(row)}::jsonb)`);
}
