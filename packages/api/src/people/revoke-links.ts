import { revokePreviewLinksOf } from '@viewpoints/db/editorial/preview-links';
import { revokeQuoteChecksOf } from '@viewpoints/db/editorial/quote-checks';
import { type Command, record } from '../command.ts';
import type { RevocationCode } from './revoke-grants.ts';

/**
 * Revokes links that an account made for people without one, to previews and to quote checks;
 * returns how many of each. Commands that make one lock the account row (`lock-caller.ts`), so none
 * of them can be missed.
 */
export async function revokeLinks(
  command: Command,
  accountId: string,
  code: RevocationCode,
): Promise<{ previewLinks: number; quoteChecks: number }> {
  const { tx, at } = command;
  const previewLinks = await revokePreviewLinksOf(tx, { accountId, at });
  for (const { id, articleId } of previewLinks)
    await record(command, 'preview_link.revoke', ['article', articleId], {
      ...{ previewLinkId: id, accountId, code },
    });
  const quoteChecks = await revokeQuoteChecksOf(tx, { accountId, at });
  for (const { id, findingId, articleId } of quoteChecks)
    await record(command, 'quote_check.revoke', ['finding', findingId], {
      ...{ articleId, quoteCheckId: id, accountId, code },
    });
  return { previewLinks: previewLinks.length, quoteChecks: quoteChecks.length };
}
