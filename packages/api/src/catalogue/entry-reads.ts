import { Named } from '@viewpoints/domain/findings/finding-view';
import { kinds, type NavigationKind, oneOf } from '@viewpoints/domain/kinds/kinds';
import { tag } from '@viewpoints/published/changes/tags';
import { listPublishedEntries } from '@viewpoints/published/query/entries';
import type { ReaderContext } from '../context.ts';
import { byName, page, request } from '../paging.ts';
import { bySlug, orNotFound, pageOf } from '../reader-inputs.ts';
import { readerProcedureAt } from '../trpc.ts';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The read of one entry of a kind, without its answer. `example` is the slug of one in the sample. */
export const entryAt = (kind: NavigationKind, example: string) =>
  readerProcedureAt(`/${kinds[kind].plural}/{slug}`, capitalised(oneOf(kind)), {
    slug: example,
  }).input(bySlug);

/** Answers with an entry; at a former address its `slug` differs. Articles that name it are listed apart. */
export const foundBySlug =
  <View extends { slug: string }>(
    kind: NavigationKind,
    find: (db: ReaderContext['reader'], slug: string) => Promise<View | null>,
  ) =>
  async ({ ctx, input: { slug } }: { ctx: ReaderContext; input: { slug: string } }) => {
    const found = orNotFound(ctx, kind, slug, await find(ctx.reader, slug));
    ctx.show?.([tag[kind](found.slug)]);
    return found;
  };

/** The entries of a kind that readers may look up, by name. */
export const entriesByName = (kind: NavigationKind) => {
  const { plural, label, listTag } = kinds[kind];
  return readerProcedureAt(`/${plural}`, `${label.many}, by name`, { limit: 1 })
    .input(byName.prefault({}))
    .output(pageOf(Named))
    .query(async ({ ctx, input }) => {
      ctx.show?.([listTag]);
      return page(await listPublishedEntries(ctx.reader, kind, request(input)));
    });
};
