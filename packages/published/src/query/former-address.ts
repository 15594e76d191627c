import type { ReaderDatabase } from '@viewpoints/db/client';
import { hashOfFormerPath } from '@viewpoints/db/former-path-hash';
import { selectFirst } from '@viewpoints/db/statement';
import { published } from './reader-tables.ts';

/** The slug of the article that had this path on the journal's former site; null if readers have none. */
export async function findPublishedByFormerPath(
  db: ReaderDatabase,
  path: string,
): Promise<string | null> {
  const row = await selectFirst(
    db,
    published
      .selectFrom('former_address as f')
      .innerJoin('published_article as a', 'a.id', 'f.article_id')
      .select('a.slug')
      .where('f.path_hash', '=', hashOfFormerPath(path)),
  );
  return row?.slug ?? null;
}
