import type { Series, SeriesContent } from '@viewpoints/domain/series/series';
import type { Transaction } from '../client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export async function findSeries(db: Transaction, id: string): Promise<Series | null> {
  return db.series.findUnique({ where: { id } });
}

/** The number after the last that an article has in a series, drafts among them; 1 for the first. */
export async function findNextPart(db: Transaction, id: string): Promise<number> {
  const { _max } = await db.article.aggregate({
    where: { seriesId: id },
    _max: { seriesPart: true },
  });
  return (_max.seriesPart ?? 0) + 1;
}

/** Takes the series for this transaction. */
export async function lockSeries(tx: Transaction, id: string): Promise<Series | null> {
  await tx.$queryRaw`select 1 from series where id = ${id}::uuid for no key update`;
  return findSeries(tx, id);
}

/** Lists series by name, those whose name or slug holds `q`. */
export async function listSeries(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Series>> {
  const rows = await db.series.findMany({
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
  return pageOf(rows, limit, { item: (row) => row, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertSeries(
  tx: Transaction,
  id: string,
  content: SeriesContent,
): Promise<Series> {
  return tx.series.create({ data: { id, ...content, save: 1 } });
}

export async function updateSeries(
  tx: Transaction,
  id: string,
  content: SeriesContent,
): Promise<Series> {
  const data = { ...content, save: { increment: 1 } };
  return tx.series.update({ where: { id }, data });
}

/** Removes a series that nothing refers to; the database refuses it otherwise. */
export async function deleteSeries(tx: Transaction, id: string): Promise<void> {
  await tx.series.delete({ where: { id } });
}
