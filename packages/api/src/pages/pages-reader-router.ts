import { PageSummary, PageView } from '@viewpoints/domain/pages/page-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedPage, listPublishedPages } from '@viewpoints/published/query/pages';
import { z } from 'zod';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

/** Pages of the journal about itself. Each is found by the last part of its address. */
export const pagesReaderRouter = readerRouter({
  bySlug: readerProcedureAt('/pages/{slug}', 'A page of the journal about itself', {
    slug: 'who-we-are',
  })
    .input(bySlug)
    .output(PageView)
    .query(async ({ ctx, input: { slug } }) => {
      // Each shows those around it, and any change of one is a change of the list.
      ctx.show?.(['list:pages']);
      const page = orNotFound(ctx, 'page', slug, await findPublishedPage(ctx.reader, slug));
      ctx.show?.([tag.page(page.id)]);
      return page;
    }),
  list: readerProcedureAt('/pages', 'All pages of the journal about itself, by address')
    .input(z.strictObject({}).prefault({}))
    .output(z.array(PageSummary))
    .query(async ({ ctx }) => {
      ctx.show?.(['list:pages']);
      return listPublishedPages(ctx.reader);
    }),
});
