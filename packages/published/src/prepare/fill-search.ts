import { searchEdition } from '../search/search-documents.ts';
import { writeSearch } from '../search/write-search.ts';
import { type FillProgress, fillEach } from './fill-each.ts';

/**
 * Makes the search documents of what was published before there were any, or by older rules. Changes
 * nothing where all are there.
 * @returns how many articles it made them for
 */
export function fillSearch(
  databaseUrl: string,
  onProgress?: (progress: FillProgress) => void,
): Promise<number> {
  return fillEach(databaseUrl, {
    listLacking: (db) => db.$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM published_article a
      LEFT JOIN search_document d ON d.id = a.id AND d.kind = 'article' AND d.edition = ${searchEdition}
      WHERE a.suspended_from IS NULL AND d.id IS NULL
      ORDER BY a.published_at, a.id`,
    fill: (tx, id) => writeSearch(tx, id),
    onProgress,
  });
}
