import type { Series, SeriesContent } from '@viewpoints/domain/series/series';
import type { Transaction } from '../client.ts';
import { catalogueTable } from './catalogue-table.ts';

/** Articles that are read one after another. */
export const seriesTable = catalogueTable({
  kind: 'series',
  model: (db) => db.series,
  entryOf: (row): Series => row,
  columnsOf: (content: SeriesContent) => content,
});

/** The number after the last that an article has in a series, drafts among them; 1 for the first. */
export async function findNextPart(db: Transaction, id: string): Promise<number> {
  const { _max } = await db.article.aggregate({
    where: { seriesId: id },
    _max: { seriesPart: true },
  });
  return (_max.seriesPart ?? 0) + 1;
}
