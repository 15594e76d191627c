import { listPublishedActors } from '@viewpoints/published/query/actors';
import { listPublishedIssues } from '@viewpoints/published/query/issues';
import { listPublishedTopicLinks } from '@viewpoints/published/query/topics';
import { readerProcedure, readerRouter } from '../trpc.ts';

/** Most names in a menu: beyond, it is nothing to choose from any more. */
const mostInMenu = 1_000;

/** What the reading site's own pages lead with: names alone, nothing counted. */
export const navigationReaderRouter = readerRouter({
  /** The topics under the masthead of every page, in their order. */
  topics: readerProcedure.query(({ ctx }) => {
    ctx.show?.(['list:topics']);
    return listPublishedTopicLinks(ctx.reader);
  }),

  /** What findings can be narrowed to: actors and issues by name, a statement for each menu. */
  findingFilters: readerProcedure.query(async ({ ctx }) => {
    ctx.show?.(['list:actors', 'list:issues']);
    const all = { cursor: null, limit: mostInMenu };
    const [actors, issues] = await Promise.all([
      listPublishedActors(ctx.reader, all),
      listPublishedIssues(ctx.reader, all),
    ]);
    return { actors: actors.items, issues: issues.items };
  }),
});
