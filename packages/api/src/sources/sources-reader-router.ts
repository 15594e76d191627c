import { SourcePageView } from '@viewpoints/domain/sources/source-page-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedSourcePage } from '@viewpoints/published/query/sources';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const sourcesReaderRouter = readerRouter({
  /** A source that something published names; one that terms protect is not to be found. */
  bySlug: readerProcedureAt(
    '/sources/{slug}',
    'A named source, with the articles that rest on it',
    { slug: 'ashkand-filling-plan' },
  )
    .input(bySlug)
    .output(SourcePageView)
    .query(async ({ ctx, input: { slug } }) => {
      const found = orNotFound(
        ctx,
        'source',
        slug,
        await findPublishedSourcePage(ctx.reader, slug),
      );
      ctx.show?.([
        tag.source(found.source.named?.slug ?? slug),
        ...found.articles.map(({ id }) => tag.article(id)),
      ]);
      return found;
    }),
});
