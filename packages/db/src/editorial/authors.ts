import type { Author, AuthorContent } from '@viewpoints/domain/articles/article';
import { catalogueTable } from './catalogue-table.ts';

/** Who may be named in a byline. */
export const authorTable = catalogueTable({
  kind: 'author',
  model: (db) => db.author,
  entryOf: (row): Author => row,
  columnsOf: (content: AuthorContent) => content,
});
