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
    'There is no site of this name. Correct the link, or take it away.',
  ],
  private: [
    'link_private',
    'This link leads into a private network, where readers cannot follow. Take it away.',
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
