import type { Route } from '../http/route.ts';

/** The requested address of a resource, checked against its route. */
export type ResourceAddress = {
  /** The path, cut at its slashes. */
  segments: readonly string[];
  /** Only the keys that the route names, each once. */
  query: URLSearchParams;
};

/**
 * A finished resource; `type` is its media type with its charset, `links` the value of its `Link`
 * header (RFC 8288) where it has one. One that is `dated` says when it was made (`Last-Modified`).
 */
export type Resource = { type: string; body: string | Buffer; links?: string; dated?: true };

/**
 * What the reading site serves in addition to pages: feeds, sitemaps, share images. A resource is
 * made like a page, in a render of its own (`readerApi`, `currentRender`), so it is cached like a
 * page and dropped when something in it changes. Null if there is nothing at the address.
 */
export type ResourceRoute = Route & {
  make: (address: ResourceAddress) => Promise<Resource | null>;
};
