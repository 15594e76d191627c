import { AuthorView } from '@viewpoints/domain/articles/author-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedAuthor } from '@viewpoints/published/query/authors';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';

export const authorsReaderRouter = readerRouter({
  bySlug: readerProcedure
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
