import { ImportPoint } from '@viewpoints/domain/imports/import-points';
import {
  holdingPoints,
  ImportItemState,
  ImportSummary,
  type ShownImport,
  type ShownImportItem,
} from '@viewpoints/domain/imports/import-run';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { isUntouched } from './imports.ts';
import { instant, instantOrNull } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

const { sql } = Prisma;

const person = { select: { id: true, name: true } } as const;
const people = { startedBy: person, confirmedBy: person, signedBy: person } as const;
type RunRow = Prisma.ImportRunGetPayload<{ include: typeof people }>;

const shown = (row: RunRow): ShownImport => ({
  ...{ id: row.id, source: row.source, fileName: row.fileName, startedBy: row.startedBy },
  ...{ startedAt: instant(row.startedAt), finishedAt: instantOrNull(row.finishedAt) },
  ...{ undoneAt: instantOrNull(row.undoneAt), confirmedBy: row.confirmedBy },
  ...{ confirmedAt: instantOrNull(row.confirmedAt), signedBy: row.signedBy },
  ...{ signedAt: instantOrNull(row.signedAt), publishedAt: instantOrNull(row.publishedAt) },
});

/** Imports of the past, the last first. */
export async function listShownImports(
  db: Transaction,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<ShownImport>> {
  const before = cursor && new Date(cursor.key);
  const rows = await db.importRun.findMany({
    ...(before && {
      where: {
        OR: [{ startedAt: { lt: before } }, { startedAt: before, id: { gt: cursor.id } }],
      },
    }),
    include: people,
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, {
    item: shown,
    cursor: ({ startedAt, id }) => ({ key: instant(startedAt), id }),
  });
}

export type ImportWithSummary = { run: ShownImport; summary: ImportSummary | null };

export async function findShownImport(
  db: Transaction,
  id: string,
): Promise<ImportWithSummary | null> {
  const row = await db.importRun.findUnique({ where: { id }, include: people });
  if (row === null) return null;
  const summary = row.summary === null ? null : ImportSummary.parse(row.summary);
  return { run: shown(row), summary };
}

/** Locks an import (`FOR UPDATE`); null if there is none. */
export async function lockImport(tx: Transaction, id: string): Promise<ShownImport | null> {
  await lockRowsIn(tx, sql`select 1 from import_run where id = ${id}::uuid for update`);
  return (await findShownImport(tx, id))?.run ?? null;
}

/** The articles of an import with the state of each, in which only this list has them. */
const states = (runId: string) => sql`
  select a.id, a.headline, i.address, i.published_at as "publishedAt", i.points,
         i.source, i.foreign_id,
         case when i.outcome = 'published' then null else i.outcome end as outcome,
         case
           when i.outcome in ('published', 'edited') then i.outcome
           when i.outcome is not null then 'refused'
           when i.is_confirmed then 'waiting'
           when i.status <> 'published' or i.published_at is null or i.published_at > now()
             or exists (select from jsonb_array_elements(i.points) p
                        where p ->> 'code' = any(${[...holdingPoints]}::text[])) then 'draft'
           when not ${isUntouched} then 'edited'
           when a.headline = '' or a.standfirst = ''
             or not exists (select from article_topic t where t.article_id = a.id)
             or a.byline_reason is null
                and not exists (select from article_author w where w.article_id = a.id)
             then 'incomplete'
           else 'ready'
         end as state
  from import_item i join article a on a.id = i.article_id
  where i.run_id = ${runId}::uuid`;

const ItemRow = z.object({
  id: z.string(),
  headline: z.string(),
  address: z.string().nullable(),
  publishedAt: z.date().nullable(),
  points: z.array(ImportPoint),
  outcome: z.string().nullable(),
  state: ImportItemState,
});

/** The articles of an import by headline, in one state or in all. */
export async function listShownItems(
  db: Transaction,
  { runId, state, cursor, limit }: { runId: string; state: ImportItemState | null } & PageRequest,
): Promise<QueryPage<ShownImportItem>> {
  const rows = await parseRowsIn(
    db,
    ItemRow,
    sql`select id, headline, address, "publishedAt", points, outcome, state
        from (${states(runId)}) s
        where (${state}::text is null or state = ${state}::text)
          and (${cursor?.key ?? null}::text is null
               or (left(headline, 200), id) > (${cursor?.key ?? null}::text, ${cursor?.id ?? null}::uuid))
        order by left(headline, 200), id limit ${limit + 1}`,
  );
  return pageOf(rows, limit, {
    item: ({ publishedAt, ...row }) => ({ ...row, publishedAt: instantOrNull(publishedAt) }),
    cursor: ({ headline, id }) => ({ key: headline, id }),
  });
}

const CountRow = z.object({ state: ImportItemState, count: z.int() });
export type ImportCounts = Record<ImportItemState, number>;

/** How many articles of an import are in which state. */
export async function countImportStates(db: Transaction, runId: string): Promise<ImportCounts> {
  const rows = await parseRowsIn(
    db,
    CountRow,
    sql`select state, count(*)::int as count from (${states(runId)}) s group by state`,
  );
  const counts = Object.fromEntries(ImportItemState.options.map((state) => [state, 0]));
  for (const { state, count } of rows) counts[state] = count;
  return counts as ImportCounts;
}

/** Notes who confirmed the report, and which articles go out by it: those that are ready now. */
export async function writeConfirmation(
  tx: Transaction,
  { runId, by, at }: { runId: string; by: string; at: Date },
): Promise<void> {
  await tx.importItem.updateMany({ where: { runId }, data: { isConfirmed: false } });
  await tx.$executeRaw`
    update import_item i set is_confirmed = true
    from (${states(runId)}) s
    where s.state = 'ready' and i.source = s.source and i.foreign_id = s.foreign_id`;
  await tx.importRun.update({
    where: { id: runId },
    data: { confirmedById: by, confirmedAt: at },
  });
}

export async function writeSignature(
  tx: Transaction,
  { runId, by, at }: { runId: string; by: string; at: Date },
): Promise<void> {
  await tx.importRun.update({ where: { id: runId }, data: { signedById: by, signedAt: at } });
}
