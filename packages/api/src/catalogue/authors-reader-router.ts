import { AuthorView } from '@viewpoints/domain/articles/author-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedAuthor } from '@viewpoints/published/query/authors';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const authorsReaderRouter = readerRouter({
  bySlug: readerProcedureAt('/authors/{slug}', 'An author', { slug: 'tobias-renshall' })
    .input(bySlug)
    .output(AuthorView)
    .query(async ({ ctx, input: { slug } }) => {
      const { author } = orNotFound(
        ctx,
        'author',
        slug,
        await findPublishedAuthor(ctx.reader, slug),
      );
      ctx.show?.([tag.author(author.slug)]);
      return author;
    }),
});
