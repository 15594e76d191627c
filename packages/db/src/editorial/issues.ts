import type { Issue, IssueContent } from '@viewpoints/domain/issues/issue';
import { catalogueTable } from './catalogue-table.ts';

/** Issues, in a tree. */
export const issueTable = catalogueTable({
  kind: 'issue',
  model: (db) => db.issue,
  entryOf: (row): Issue => row,
  columnsOf: (content: IssueContent) => content,
});
