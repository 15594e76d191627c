import { connectEditorial, inTransaction } from '../client.ts';
import { searchEdition } from './search-documents.ts';
import { writeSearch } from './write-search.ts';

/**
 * Makes the search documents of what was published before there were any, or by older rules. Changes
 * nothing where all are there; a start that is ended half-way goes on from there the next time.
 * @returns how many articles it made them for
 */
export async function fillSearch(
  databaseUrl: string,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  const db = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM published_article a
      LEFT JOIN search_document d ON d.id = a.id AND d.kind = 'article' AND d.edition = ${searchEdition}
      WHERE NOT a.retracted AND d.id IS NULL
      ORDER BY a.published_at, a.id`;
    for (const [index, { id }] of rows.entries()) {
      await inTransaction(db, async (tx) => {
        // Whoever publishes it at this moment makes them as well.
        await tx.$queryRaw`SELECT id FROM article WHERE id = ${id}::uuid FOR UPDATE`;
        await writeSearch(tx, id);
      });
      if ((index + 1) % 500 === 0) onProgress(index + 1);
    }
    return rows.length;
  } finally {
    await db.$disconnect();
  }
}
