import type { QueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';

/** The subjects of editors' procedures: "articles", "sources". */
type Resource = keyof Outputs['editor'];

/** One entry, which is not read again whenever its list is, and what is a part of one. */
type Entry = 'article' | 'finding' | 'source' | 'revision' | 'waivers' | 'name';

/** Calls that give out a new pass each time: caching one would reuse it. */
type ForOnce = 'preview';

/** Data read from this device. */
type OfDevice = 'local-drafts' | 'picture-problem';

/**
 * The key of a cached query. It begins with a name of the router, so that a key that is never
 * invalidated is a type error. tRPC's own integration with TanStack Query has such keys too, but
 * pins tRPC to one older release (11.22.1, with 11.25.2 here).
 */
export type QueryKey = readonly [Resource | Entry | ForOnce | OfDevice, ...unknown[]];

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: QueryKey;
  }
}

/** Has everything under these keys read again where it is shown. */
export const invalidateKeys = (client: QueryClient, keys: readonly QueryKey[]) =>
  Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
