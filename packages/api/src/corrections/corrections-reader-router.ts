import { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { tag } from '@viewpoints/published/changes/tags';
import { listPublishedCorrections } from '@viewpoints/published/query/corrections';
import { byTime, page, request } from '../paging.ts';
import { pageOf } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const correctionsReaderRouter = readerRouter({
  /** Corrections and retractions of the whole journal, newest first. */
  list: readerProcedureAt('/corrections', 'Corrections and retractions, newest first', { limit: 1 })
    .input(byTime.prefault({}))
    .output(pageOf(CorrectionView))
    .query(async ({ ctx, input }) => {
      const { items, nextCursor } = await listPublishedCorrections(ctx.reader, request(input));
      ctx.show?.(['list:corrections', ...items.map(({ articleId }) => tag.article(articleId))]);
      return page({ items: items.map(({ correction }) => correction), nextCursor });
    }),
});
