import { allTables } from '@viewpoints/db/all-tables';
import { sql } from '@viewpoints/db/generated/kysely';
import { storedWithWords } from './view-storage.ts';

/**
 * Since when readers have an article, or would if it were not taken off, and how its views are
 * stored: one row, also where it was never published. Both times are null then.
 */
export const publicationState = (id: string) =>
  allTables.selectNoFrom((eb) => {
    const article = eb.selectFrom('published_article').where('id', '=', id);
    return [
      article.select('visible_from').as('visibleFrom'),
      article.select('suspended_from').as('suspendedFrom'),
      storedWithWords(sql<string>`${id}::uuid`).as('hasWords'),
    ];
  });
