import type { EditorialDatabase } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findQuoteCheck } from '@viewpoints/db/editorial/quote-checks';
import type { ShownQuoteCheck } from '@viewpoints/domain/findings/quote-check';
import { secretHash } from '../accounts/secrets.ts';
import { type Clock, momentOf } from '../moment.ts';
import { openQuoteCheck } from './open-quote-check.ts';

/** The content of a link; null if it shows nothing, whatever the reason. Nothing is written. */
export async function showQuoteCheck(
  parts: { editorial: EditorialDatabase; now?: Clock },
  token: string,
): Promise<ShownQuoteCheck | null> {
  const { editorial } = parts;
  const at = await momentOf(parts);
  const check = await findQuoteCheck(editorial, { tokenHash: secretHash(token) });
  const opened = await openQuoteCheck(editorial, check, {
    at,
    journal: await getJournal(editorial),
  });
  if (opened === null) return null;
  return {
    passage: opened.passage,
    expiresAt: opened.check.expiresAt,
    isAnswered: opened.check.answer !== null,
  };
}
