import { Slug } from '@viewpoints/domain/values';
import { tag } from '@viewpoints/published/changes/tags';
import { z } from 'zod';
import type { ReaderContext } from './context.ts';
import { notFound } from './problem.ts';

export const bySlug = z.strictObject({ slug: Slug });

/** A page of a list as its schema, from that of an item. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/**
 * The result of a query; if there is none, the same 404 for what never existed and for what is not
 * visible, tagged with the slug so that the 404 page is dropped once something gets it.
 */
export function orNotFound<Found>(
  ctx: ReaderContext,
  kind: string,
  slug: string,
  found: Found | null,
): Found {
  if (found !== null) return found;
  ctx.show?.([tag.slug(slug)]);
  throw notFound(kind);
}

/** A filter of a list: an id, and the slug under which changes of it are announced. */
export type Filter = { id: string; slug: string };

/**
 * Looks up the slug that a list is filtered by, where it is; a 404 where there is no such thing. A
 * former slug is noted as well, since something else may come to have it.
 */
export async function filterOf<Found extends { id: string }>(
  ctx: ReaderContext,
  kind: string,
  slug: string | undefined,
  {
    find,
    slugOf,
  }: {
    find: (db: ReaderContext['reader'], slug: string) => Promise<Found | null>;
    slugOf: (found: Found) => string;
  },
): Promise<Filter | undefined> {
  if (slug === undefined) return undefined;
  const found = orNotFound(ctx, kind, slug, await find(ctx.reader, slug));
  const present = slugOf(found);
  if (present !== slug) ctx.show?.([tag.slug(slug)]);
  return { id: found.id, slug: present };
}
