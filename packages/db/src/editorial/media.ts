import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

/** An uploaded picture as editors know it. */
export type MediaItem = {
  id: string;
  mediaType: string;
  byteSize: number;
  width: number;
  height: number;
  fileName: string;
  alt: string;
  credit: string | null;
  uploadedBy: { id: string; name: string };
  createdAt: string;
};

const columns = {
  ...{ id: true, mediaType: true, byteSize: true, width: true, height: true },
  ...{ fileName: true, alt: true, credit: true, createdAt: true },
  uploadedBy: { select: { id: true, name: true } },
} as const;

const itemOf = <Row extends { createdAt: Date }>(row: Row) => ({
  ...row,
  createdAt: instant(row.createdAt),
});

export async function findMedia(db: Transaction, id: string): Promise<MediaItem | null> {
  const row = await db.media.findUnique({ where: { id }, select: columns });
  return row === null ? null : itemOf(row);
}

export async function listMediaByIds(db: Transaction, ids: string[]): Promise<MediaItem[]> {
  if (ids.length === 0) return [];
  return (await db.media.findMany({ where: { id: { in: ids } }, select: columns })).map(itemOf);
}

/**
 * Lists pictures, newest first, those whose description or credit holds `q`, or the name of the file
 * where `byFileName` says that whoever asks is shown it.
 */
export async function listMedia(
  db: Transaction,
  { q, byFileName, cursor, limit }: { q?: string | undefined; byFileName: boolean } & PageRequest,
): Promise<QueryPage<MediaItem>> {
  const rows = await db.media.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : {
              OR: [...(byFileName ? ['fileName'] : []), 'alt', 'credit'].map((field) => ({
                [field]: { contains: q, mode: 'insensitive' },
              })),
            },
        cursor === null
          ? {}
          : {
              OR: [
                { createdAt: { lt: new Date(cursor.key) } },
                { createdAt: new Date(cursor.key), id: { gt: cursor.id } },
              ],
            },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    select: columns,
  });
  return pageOf(rows, limit, {
    item: itemOf,
    cursor: (row) => ({ key: instant(row.createdAt), id: row.id }),
  });
}

export type NewMedia = Omit<MediaItem, 'uploadedBy' | 'createdAt'> & {
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

/** Where any picture's bytes lie and what they are, for editors. */
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
  data: { alt: string; credit: string | null },
): Promise<MediaItem> {
  return itemOf(await tx.media.update({ where: { id }, data, select: columns }));
}

/** Whether a working copy, a revision or what readers see shows the picture. */
export async function mediaInUse(db: Transaction, id: string): Promise<boolean> {
  const [used] = await db.$queryRaw<{ used: boolean }[]>`
    select exists (select from published_media where media_id = ${id}::uuid)
        or exists (select from article where position(${id} in body::text) > 0)
        or exists (select from revision where position(${id} in content::text) > 0) as used`;
  return used?.used ?? false;
}

/** Removes the row; answers with the path of the bytes it named. */
export async function deleteMedia(tx: Transaction, id: string): Promise<string> {
  return (await tx.media.delete({ where: { id }, select: { path: true } })).path;
}
