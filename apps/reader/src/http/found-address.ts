import type { ServerResponse } from 'node:http';
import { everythingTag, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { Rendering } from '../cache/page-cache.ts';
import { sendingOn } from '../next/render-page.ts';
import { type Address, isOfFormerSite } from './address.ts';
import { addressOfPage, type PageRequest, readPagePath } from './page-address.ts';

type Found = Awaited<ReturnType<ReaderCaller['findAddress']>>;

/** The page of the journal about itself that may be at an address that no route fits. */
export function readPageRequest(address: Address, target: string): PageRequest | null {
  if (address.kind !== 'unknown' || !isOfFormerSite(address, target)) return null;
  const path = formerPath(target);
  return path === null ? null : readPagePath(path);
}

/**
 * Where what is at an address is read: there itself, if it is a page. What the journal has comes first, then
 * what an editor wants, then what was there on its former site.
 */
export function whereTo(found: Found, request: PageRequest | null): string | null {
  if (found.page !== null && request !== null) return addressOfPage(found.page, request);
  if (found.redirect !== null) return found.redirect;
  return found.former === null ? null : `/articles/${found.former}`;
}

/** Sends a reader on, and is asked again the next time. */
export function sendOn(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache' }).end();
}

/**
 * Whether the redirect of an address is kept: that of the one spelling that it is stored under, or anybody
 * could fill the cache with others of it.
 */
export function isKeptRedirect(target: string): boolean {
  const path = formerPath(target);
  return path !== null && (target === path || target === encodeURI(path)) && !target.includes('?');
}

/**
 * The redirect of an address, as the cache keeps it: until redirects change, or a page comes to be there.
 * Looked up again, since what is kept has to have been read after its render began.
 */
export async function redirectFrom(
  caller: Pick<ReaderCaller, 'findAddress'>,
  target: string,
  request: PageRequest | null,
): Promise<Rendering> {
  const tags = new Set<string>([everythingTag, 'list:redirects', 'list:pages']);
  const to = whereTo(await caller.findAddress(target, request?.path ?? null), request);
  // Gone in between: the next reader is told.
  return sendingOn(to ?? '/nothing-here', tags, Number.POSITIVE_INFINITY);
}
