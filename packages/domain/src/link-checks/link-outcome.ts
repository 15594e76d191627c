import { z } from 'zod';
import type { Document } from '../document/document.ts';
import { linkRuns } from '../document/link-runs.ts';

/** The result of checking a link to another site. */
export const LinkOutcome = z.enum(['works', 'not_found', 'no_site', 'unclear', 'unchecked']);
export type LinkOutcome = z.infer<typeof LinkOutcome>;

/** Most links of one article that are checked. */
export const maxCheckedLinks = 200;

/** The addresses of other sites that a text links to, each once, in its order. */
export function outsideLinks(document: Document, origins: readonly string[]): string[] {
  const addresses = linkRuns(document).flatMap(({ href }) => {
    const url = URL.canParse(href) ? new URL(href) : null;
    const isOfWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
    return url === null || !isOfWeb || origins.includes(url.origin) ? [] : [href];
  });
  return [...new Set(addresses)].slice(0, maxCheckedLinks);
}
