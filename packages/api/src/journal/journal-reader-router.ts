import { FrontView } from '@viewpoints/domain/articles/front-view';
import { JournalView } from '@viewpoints/domain/journal/journal-view';
import { tag } from '@viewpoints/published/changes/tags';
import { getFront } from '@viewpoints/published/query/front';
import { getMasthead } from '@viewpoints/published/query/journal';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const journalReaderRouter = readerRouter({
  /** The masthead: what the journal is called, its language, time zone and notice. */
  get: readerProcedureAt('/journal', 'The masthead of the journal')
    .output(JournalView)
    .query(({ ctx }) => {
      ctx.show?.(['journal']);
      return getMasthead(ctx.reader);
    }),
});

export const frontReaderRouter = readerRouter({
  /** The newest articles by rank, the newest findings and changes of mind. */
  get: readerProcedureAt('/front', 'The front page')
    .output(FrontView)
    .query(async ({ ctx }) => {
      const front = await getFront(ctx.reader);
      const articles = [front.lead, ...front.seconds, ...front.briefs, ...front.more];
      const findings = [
        ...front.leadFindings,
        ...front.latestFindings,
        ...front.changes.flatMap(({ was, now }) => [was, now]),
      ];
      ctx.show?.([
        'front',
        ...articles.flatMap((article) => (article === null ? [] : [tag.article(article.id)])),
        ...findings.map(({ id }) => tag.finding(id)),
      ]);
      return front;
    }),
});
