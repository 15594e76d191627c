import type { FocalPoint } from '@viewpoints/domain/media/focal-point';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';
import type { DayRange } from './list-filters.ts';
import { pageThrough, positionOf } from './list-order.ts';
import { countLimit, type OrderedRequest, pageOf, type QueryPage } from './page.ts';

/** An uploaded picture or PDF as editors know it. */
export type MediaItem = {
  id: string;
  mediaType: string;
  byteSize: number;
  width: number;
  height: number;
  fileName: string;
  alt: string;
  credit: string | null;
  /** Under which terms the journal has it, and the last day of that; for the desk only. */
  licence: string;
  licenceUntil: string | null;
  /** The focal point for cropping; null for the centre. */
  focal: FocalPoint | null;
  /** Of a PDF; null for a picture. */
  pages: number | null;
  /** Why a program cannot read all of its text. */
  unread: string[];
  /** When a second person looked at it for that. */
  checkedAt: string | null;
  checkedBy: { id: string; name: string } | null;
  uploadedBy: { id: string; name: string };
  createdAt: string;
};

const columns = {
  ...{ id: true, mediaType: true, byteSize: true, width: true, height: true },
  ...{ licence: true, licenceUntil: true, focalX: true, focalY: true },
  ...{ pages: true, unread: true, checkedAt: true },
  checkedBy: { select: { id: true, name: true } },
  ...{ fileName: true, alt: true, credit: true, createdAt: true },
  uploadedBy: { select: { id: true, name: true } },
} as const;

type Stored = Record<'focalX' | 'focalY', number | null> & {
  createdAt: Date;
  checkedAt: Date | null;
};

const itemOf = <Row extends Stored>({ focalX, focalY, ...row }: Row) => ({
  ...row,
  focal: focalX === null || focalY === null ? null : { x: focalX, y: focalY },
  createdAt: instant(row.createdAt),
  checkedAt: instantOrNull(row.checkedAt),
});

export async function findMedia(db: Transaction, id: string): Promise<MediaItem | null> {
  const row = await db.media.findUnique({ where: { id }, select: columns });
  return row === null ? null : itemOf(row);
}

/** Pictures and files that go out with an article, with the words of files. */
export async function listMediaGoingOut(
  db: Transaction,
  ids: string[],
): Promise<(MediaItem & { text: string | null })[]> {
  if (ids.length === 0) return [];
  const select = { ...columns, text: true } as const;
  return (await db.media.findMany({ where: { id: { in: ids } }, select })).map(itemOf);
}

/** Locks a PDF, so that of two people who check it at once only one counts; null if it is gone. */
export async function lockMedia(tx: Transaction, id: string): Promise<MediaItem | null> {
  await lockRowsIn(
    tx,
    Prisma.sql`SELECT id::text FROM media WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
  );
  return findMedia(tx, id);
}

/** Records that a person looked at a file that no program can read. */
export async function markMediaChecked(
  tx: Transaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<MediaItem> {
  const data = { checkedById: by, checkedAt: at };
  return itemOf(await tx.media.update({ where: { id }, data, select: columns }));
}

/** Of a row `m` of `media`: a picture, or a PDF that readers have or an article of this account offers. */
export const isVisibleFile = (accountId: string) => Prisma.sql`(m.pages is null
  or exists (select from published_media p join published_article a on a.id = p.article_id
    where p.media_id = m.id and a.visible_from <= now())
  or exists (select from article a where a.created_by_id = ${accountId}::uuid
    and position(m.id::text in a.body::text) > 0))`;

/** Ids of the PDFs that readers have, or that an article of this account offers. */
export async function listVisibleFileIds(db: Transaction, accountId: string): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    Prisma.sql`
    select m.id::text from media m where m.pages is not null and ${isVisibleFile(accountId)}`,
  );
  return rows.map(({ id }) => id);
}

export type MediaRequest = {
  /** The PDFs that are listed; all of them where it is left out. */
  fileIds?: readonly string[] | undefined;
  q?: string | undefined;
  kind?: 'picture' | 'file' | undefined;
  /** Those whose licence ended before a day. */
  expiredBefore?: string | undefined;
  uploadedBy?: string | undefined;
  uploaded?: DayRange | undefined;
  byFileName: boolean;
} & OrderedRequest;

/**
 * Lists pictures and files, newest first unless another order is given: those whose description or
 * credit contains `q`, or the name of the file if `byFileName` says that the caller may see it.
 */
export async function listMedia(
  db: Transaction,
  request: MediaRequest,
): Promise<QueryPage<MediaItem>> {
  const { q, kind, fileIds, expiredBefore, uploadedBy, uploaded, byFileName, ...more } = request;
  const { counted, ...paging } = more;
  const matching: Prisma.MediaWhereInput = {
    ...(kind === undefined ? {} : { pages: kind === 'file' ? { not: null } : null }),
    ...(fileIds === undefined
      ? {}
      : { AND: { OR: [{ pages: null }, { id: { in: [...fileIds] } }] } }),
    ...(expiredBefore === undefined ? {} : { licenceUntil: { lt: expiredBefore } }),
    ...(uploadedBy === undefined ? {} : { uploadedById: uploadedBy }),
    ...(uploaded === undefined ? {} : { createdAt: uploaded }),
    ...(q === undefined
      ? {}
      : {
          OR: [...(byFileName ? ['fileName'] : []), 'alt', 'credit'].map((field) => ({
            [field]: { contains: q, mode: 'insensitive' },
          })),
        }),
  };
  const { where, orderBy } = pageThrough(paging, { at: 'createdAt' });
  const rows = await db.media.findMany({
    where: { AND: [matching, where] },
    orderBy,
    take: paging.limit + 1,
    select: columns,
  });
  const page = pageOf(rows, paging.limit, {
    item: itemOf,
    cursor: ({ id, createdAt }) => positionOf({ id, key: createdAt }),
  });
  if (!counted) return page;
  return { ...page, count: await db.media.count({ where: matching, take: countLimit }) };
}

export type NewMedia = Omit<
  MediaItem,
  'uploadedBy' | 'createdAt' | 'checkedBy' | 'checkedAt' | 'licence' | 'licenceUntil' | 'focal'
> & {
  text: string | null;
  sha256: string;
  by: string;
  at: Date;
};

/** Notes a picture that has just been cleaned and written. */
export async function insertMedia(tx: Transaction, { by, at, ...media }: NewMedia): Promise<void> {
  await tx.media.create({
    data: { ...media, path: media.id, uploadedById: by, createdAt: at, cleaning: 'done' },
  });
}

/** The path and type of any picture's bytes, for editors. */
export async function findMediaFile(
  db: Transaction,
  id: string,
): Promise<{ path: string; mediaType: string; byteSize: number; sha256: string } | null> {
  return db.media.findUnique({
    where: { id },
    select: { path: true, mediaType: true, byteSize: true, sha256: true },
  });
}

export async function updateMedia(
  tx: Transaction,
  id: string,
  {
    focal,
    ...described
  }: {
    alt: string;
    credit: string | null;
    licence?: string;
    licenceUntil?: string | null;
    focal?: FocalPoint | null;
  },
): Promise<MediaItem> {
  const data = {
    ...described,
    ...(focal === undefined ? {} : { focalX: focal?.x ?? null, focalY: focal?.y ?? null }),
  };
  return itemOf(await tx.media.update({ where: { id }, data, select: columns }));
}

/** Whether a working copy, a revision or what readers see shows the picture. */
export async function mediaInUse(db: Transaction, id: string): Promise<boolean> {
  const [used] = await parseRowsIn(
    db,
    z.object({ used: z.boolean() }),
    Prisma.sql`
    select exists (select from published_media where media_id = ${id}::uuid)
        or exists (select from article where position(${id} in body::text) > 0)
        or exists (select from revision where position(${id} in content::text) > 0) as used`,
  );
  return used?.used ?? false;
}

/** Articles whose working copy, or what readers see of them, shows a picture or offers a file. */
export async function listMediaUses(
  db: Transaction,
  id: string,
): Promise<{ id: string; headline: string; createdBy: string; isPublic: boolean }[]> {
  return parseRowsIn(
    db,
    z.object({
      id: z.string(),
      headline: z.string(),
      createdBy: z.string(),
      isPublic: z.boolean(),
    }),
    Prisma.sql`
    select a.id::text, a.headline, a.created_by_id::text as "createdBy",
           exists (select from published_media m where (m.article_id, m.media_id) = (a.id, ${id}::uuid)) as "isPublic"
      from article a
     where position(${id} in a.body::text) > 0
        or exists (select from published_media m where (m.article_id, m.media_id) = (a.id, ${id}::uuid))
     order by a.saved_at desc, a.id limit 50`,
  );
}

/** Removes the row; returns the path of its bytes. */
export async function deleteMedia(tx: Transaction, id: string): Promise<string> {
  return (await tx.media.delete({ where: { id }, select: { path: true } })).path;
}
