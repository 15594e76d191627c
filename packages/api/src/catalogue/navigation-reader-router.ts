import { listPublishedActors } from '@viewpoints/published/query/actors';
import { listPublishedIssues } from '@viewpoints/published/query/issues';
import { listPublishedTopicLinks } from '@viewpoints/published/query/topics';
import { readerProcedure, readerRouter } from '../trpc.ts';

/** Most names in a menu: beyond, it is nothing to choose from any more. */
const maxInMenu = 1_000;

/** Lists for the reading site's own pages: only names, without counts. */
export const navigationReaderRouter = readerRouter({
  /** The topics under the masthead of every page, in their order. */
  topics: readerProcedure.query(({ ctx }) => {
    ctx.show?.(['list:topics']);
    return listPublishedTopicLinks(ctx.reader);
  }),

  /** Filters of findings: actors and issues by name, one statement for each menu. */
  findingFilters: readerProcedure.query(async ({ ctx }) => {
    ctx.show?.(['list:actors', 'list:issues']);
    const all = { cursor: null, limit: maxInMenu };
    const [actors, issues] = await Promise.all([
      listPublishedActors(ctx.reader, all),
      listPublishedIssues(ctx.reader, all),
    ]);
    return { actors: actors.items, issues: issues.items };
  }),
});
