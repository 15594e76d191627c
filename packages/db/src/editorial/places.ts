import type { Place, PlaceContent } from '@viewpoints/domain/places/place';
import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

const placeOf = ({ longitude, latitude, ...row }: Prisma.PlaceGetPayload<object>): Place => ({
  ...row,
  coordinates: longitude === null || latitude === null ? null : [longitude, latitude],
});

const placeColumns = ({ coordinates, ...content }: PlaceContent) => ({
  ...content,
  longitude: coordinates?.[0] ?? null,
  latitude: coordinates?.[1] ?? null,
});

export async function findPlace(db: Transaction, id: string): Promise<Place | null> {
  const row = await db.place.findUnique({ where: { id } });
  return row === null ? null : placeOf(row);
}

/** Takes the place for this transaction. */
export async function lockPlace(tx: Transaction, id: string): Promise<Place | null> {
  await tx.$queryRaw`select 1 from place where id = ${id}::uuid for no key update`;
  return findPlace(tx, id);
}

/** Lists places by name, those whose name or slug holds `q`. */
export async function listPlaces(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Place>> {
  const rows = await db.place.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : { OR: [{ name: { contains: q, mode: 'insensitive' } }, { slug: { contains: q } }] },
        cursor === null
          ? {}
          : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, { item: placeOf, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertPlace(
  tx: Transaction,
  id: string,
  content: PlaceContent,
): Promise<Place> {
  return placeOf(await tx.place.create({ data: { id, ...placeColumns(content), save: 1 } }));
}

export async function updatePlace(
  tx: Transaction,
  id: string,
  content: PlaceContent,
): Promise<Place> {
  const data = { ...placeColumns(content), save: { increment: 1 } };
  return placeOf(await tx.place.update({ where: { id }, data }));
}

/** Removes a place that nothing refers to; the database refuses it otherwise. */
export async function deletePlace(tx: Transaction, id: string): Promise<void> {
  await tx.place.delete({ where: { id } });
}
