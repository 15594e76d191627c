import { allTables } from '@viewpoints/db/all-tables';
import { selectRowsIn } from '@viewpoints/db/statement';
import { searchEdition } from '../search/search-documents.ts';
import { writeSearch } from '../search/write-search.ts';
import { type FillProgress, fillEach } from './fill-each.ts';

/**
 * Creates the search entries of everything published before they existed, or under older rules.
 * Changes nothing if all are there.
 * @returns for how many articles it created them
 */
export function fillSearch(
  databaseUrl: string,
  onProgress?: (progress: FillProgress) => void,
): Promise<number> {
  return fillEach(databaseUrl, {
    listLacking: (db) => selectRowsIn(db, lackingDocuments),
    fill: (tx, id) => writeSearch(tx, id),
    onProgress,
  });
}

const lackingDocuments = allTables
  .selectFrom('published_article as a')
  .leftJoin('search_document as d', (join) =>
    join
      .onRef('d.id', '=', 'a.id')
      .on('d.kind', '=', 'article')
      .on('d.edition', '=', searchEdition),
  )
  .select('a.id')
  .where('a.suspended_from', 'is', null)
  .where('d.id', 'is', null)
  .orderBy('a.published_at')
  .orderBy('a.id');
