import * as authors from '@viewpoints/db/editorial/authors';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'author',
  lock: authors.lockAuthor,
  insert: authors.insertAuthor,
  update: authors.updateAuthor,
  remove: authors.deleteAuthor,
} as const;

export const authorsRouter = router({
  list: permitted('author.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) =>
      page(await authors.listAuthors(ctx.editorial, request(input))),
    ),
  get: permitted('author.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await authors.findAuthor(ctx.editorial, input.id);
      if (entry === null) throw notFound('author');
      return entry;
    }),
  create: permitted('author.create')
    .input(AuthorContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('author.edit')
    .input(saveOf(AuthorContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('author.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
