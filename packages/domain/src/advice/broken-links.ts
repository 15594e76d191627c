import type { Document } from '../document/document.ts';
import type { LinkOutcome } from '../link-checks/link-outcome.ts';
import type { Reason } from '../refusal.ts';
import { reasonsOfLinks } from './reasons-of-links.ts';

const messages: Partial<Record<LinkOutcome, [code: string, message: string]>> = {
  not_found: [
    'link_not_found',
    'The site has no page at this address. Correct the link, or take it away.',
  ],
  no_site: [
    'link_without_site',
    'No site of the public internet has this name. Correct the link, or take it away.',
  ],
  unchecked: [
    'link_unchecked',
    'This link could not be checked: the server reached no name server. Open it yourself.',
  ],
};

/** Links to other sites that lead nowhere, as far as was found out when they were last checked. */
export const brokenLinkReasons = (
  document: Document,
  outcomes: ReadonlyMap<string, LinkOutcome>,
): Reason[] =>
  reasonsOfLinks(document, (href) => {
    const message = messages[outcomes.get(href) ?? 'works'];
    return message === undefined ? null : [...message, { href }];
  });
