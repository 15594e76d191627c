import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import type { Source, SourceContent, SourceKind } from '@viewpoints/domain/sources/source';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import type { DayRange } from './list-filters.ts';
import { pageThrough, positionOf } from './list-order.ts';
import { countLimit, type OrderedRequest, pageOf, type QueryPage } from './page.ts';
import { sourceColumns, sourceOf, sourceParts } from './source-rows.ts';

export async function findSource(db: Transaction, id: string): Promise<Source | null> {
  const row = await db.source.findUnique({ where: { id }, include: sourceParts });
  return row === null ? null : sourceOf(row);
}

/** The source that has a slug. */
export async function findSourceId(db: Transaction, slug: string): Promise<string | null> {
  const row = await db.source.findUnique({ where: { slug }, select: { id: true } });
  return row?.id ?? null;
}

/** The source that is the same thing: at the same address, or of the same title and date. */
export async function findSameSource(
  db: Transaction,
  { url, title, issued }: Pick<SourceContent, 'url' | 'title' | 'issued'>,
): Promise<string | null> {
  const row = await db.source.findFirst({
    where: {
      OR: [
        ...(url === null ? [] : [{ url }]),
        // Compared as a pattern, in which these signs would stand for others.
        { title: { equals: title.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }, issued },
      ],
    },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Lets one import of sources write at a time, until the transaction ends. */
export async function lockImportOfSources(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('import of sources', 0))`;
}

export async function lockSource(tx: Transaction, id: string): Promise<Source | null> {
  const locked = await lockRowsIn(
    tx,
    Prisma.sql`select 1 from source where id = ${id}::uuid for no key update`,
  );
  return locked === 0 ? null : findSource(tx, id);
}

export async function listSourcesByIds(db: Transaction, ids: string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await db.source.findMany({ where: { id: { in: ids } }, include: sourceParts });
  return rows.map(sourceOf);
}

/** The sources whose terms may protect somebody: those off the record, and those with participants. */
export async function listProtectingSourceIds(db: Transaction): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { OR: [{ terms: { not: 'on_record' } }, { participants: { some: {} } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Sources as `visible-sources.ts` picks them; all of them where `picked` is left out. */
export type SourceFilter = {
  q?: string | undefined;
  kind?: SourceKind | undefined;
  changed?: DayRange | undefined;
  picked?: Prisma.SourceWhereInput;
};

/** A source as editors' lists show it: without the names of those who took part. */
export type SourceListItem = {
  id: string;
  slug: string;
  kind: SourceKind;
  title: string;
  publisher: string | null;
  issued: string | null;
  terms: AttributionTerms;
  /** Null, like the next, for accounts that see only the public wording of a source. */
  findingCount: number | null;
  articleCount: number | null;
  updatedAt: string;
};

/** Lists sources that match, the last changed first unless another order is given. */
export async function listSources(
  db: Transaction,
  { q, kind, changed, picked = {}, counted, ...paging }: SourceFilter & OrderedRequest,
): Promise<QueryPage<SourceListItem>> {
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  const matching: Prisma.SourceWhereInput = {
    ...(kind === undefined ? {} : { kind }),
    ...(changed === undefined ? {} : { updatedAt: changed }),
    AND: [
      picked,
      ...words.map((word) => ({
        OR: ['title', 'publisher', 'slug'].map((field) => ({
          [field]: { contains: word, mode: 'insensitive' },
        })),
      })),
    ],
  };
  const { where, orderBy } = pageThrough(paging, { at: 'updatedAt', name: 'title' });
  const rows = await db.source.findMany({
    where: { AND: [matching, where] },
    orderBy,
    take: paging.limit + 1,
    select: {
      ...{ id: true, slug: true, kind: true, title: true, publisher: true, issued: true },
      ...{ terms: true, updatedAt: true },
      _count: { select: { findings: true, articles: true } },
    },
  });
  const page = pageOf(rows, paging.limit, {
    item: ({ _count, updatedAt, ...row }) => ({
      ...row,
      findingCount: _count.findings,
      articleCount: _count.articles,
      updatedAt: instant(updatedAt),
    }),
    cursor: ({ id, title, updatedAt }) =>
      positionOf({ id, key: paging.order === 'name' ? title : updatedAt }),
  });
  if (!counted) return page;
  return { ...page, count: await db.source.count({ where: matching, take: countLimit }) };
}

const participantRows = (content: SourceContent) =>
  content.participants.map((participant, position) => ({ ...participant, position }));

export async function insertSource(
  tx: Transaction,
  { id, content, at }: { id: string; content: SourceContent; at: Date },
): Promise<Source> {
  const row = await tx.source.create({
    data: {
      id,
      ...sourceColumns(content),
      participants: { create: participantRows(content) },
      save: 1,
      createdAt: at,
      updatedAt: at,
    },
    include: sourceParts,
  });
  return sourceOf(row);
}

/** Updates a source; participants keep their ids, since findings and waivers refer to them. */
export async function updateSource(
  tx: Transaction,
  id: string,
  { content, at }: { content: SourceContent; at: Date },
): Promise<Source> {
  const participants = participantRows(content);
  await tx.sourceParticipant.deleteMany({
    where: { sourceId: id, id: { notIn: participants.map((each) => each.id) } },
  });
  for (const { id: participantId, ...columns } of participants) {
    const { count } = await tx.sourceParticipant.updateMany({
      where: { id: participantId, sourceId: id },
      data: columns,
    });
    if (count === 0)
      await tx.sourceParticipant.create({ data: { id: participantId, sourceId: id, ...columns } });
  }
  const row = await tx.source.update({
    where: { id },
    data: { ...sourceColumns(content), save: { increment: 1 }, updatedAt: at },
    include: sourceParts,
  });
  return sourceOf(row);
}

export async function deleteSource(tx: Transaction, id: string): Promise<void> {
  await tx.source.delete({ where: { id } });
}

/** Ids of articles whose live revision rests on a source, whether readers see its name or not. */
export async function listArticlesResting(db: Transaction, sourceId: string): Promise<string[]> {
  const inContent = JSON.stringify({ sourceIds: [sourceId] });
  const attributed = JSON.stringify([{ attribution: { sourceId } }]);
  const located = JSON.stringify([{ evidence: { locators: [{ sourceId }] } }]);
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    Prisma.sql`
    select a.id from article a join revision r on r.id = a.live_revision_id
    where a.state <> 'retracted'
      and (r.content @> ${inContent}::jsonb or r.findings @> ${attributed}::jsonb or r.findings @> ${located}::jsonb)
    order by a.id`,
  );
  return rows.map(({ id }) => id);
}

/** Whether a finding or article that rests on a source was verified, approved or published. */
export async function isReliedOn(tx: Transaction, sourceId: string): Promise<boolean> {
  const rows = await parseRowsIn(
    tx,
    z.object({}),
    Prisma.sql`
    select 1 where exists (select from published_source_use where source_id = ${sourceId}::uuid)
      or exists (
        select from article_source s join article a on a.id = s.article_id
        where s.source_id = ${sourceId}::uuid and a.state in ('approved', 'scheduled'))
      or exists (
        select from finding f join article a on a.id = f.article_id
        where f.state = 'verified' and a.state <> 'archived'
          and (f.source_id = ${sourceId}::uuid
            or exists (select from finding_locator l where l.finding_id = f.id and l.source_id = ${sourceId}::uuid)))`,
  );
  return rows.length > 0;
}
