import type { EditorialDatabase } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findFinding } from '@viewpoints/db/editorial/findings';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  listQuoteChecks as listRows,
  type QuoteCheckRow,
} from '@viewpoints/db/editorial/quote-checks';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { permit } from '../command.ts';
import { type Clock, momentOf } from '../moment.ts';
import { notFound } from '../problem.ts';
import { redactReasons } from '../publishing/redact-reasons.ts';
import { loadPassageParts } from './compose-passage.ts';
import { type QuoteCheckStatus, statusOf } from './open-quote-check.ts';

export type QuoteCheckItem = Pick<QuoteCheckRow, 'id' | 'madeAt' | 'expiresAt' | 'answer'> & {
  madeBy: { id: string; name: string };
  status: QuoteCheckStatus;
  /** Whether the words, as they are now, are those it was made for. */
  isCurrent: boolean;
};

/** The quote checks of a finding, the newest first, for an account that may see its article. */
export async function listQuoteChecks(
  ctx: { editorial: EditorialDatabase; account: Principal; now?: Clock },
  findingId: string,
): Promise<QuoteCheckItem[]> {
  const { editorial, account } = ctx;
  const finding = await findFinding(editorial, findingId);
  const article = finding && (await findArticle(editorial, finding.articleId));
  if (!finding || !article) throw notFound('finding');
  const journal = await getJournal(editorial);
  const { fourEyes } = journal;
  permit({ acting: account, fourEyes }, 'quote_check.list', articleSubject(article));
  const rows = await listRows(editorial, findingId);
  if (rows.length === 0) return [];
  const parts = await loadPassageParts(editorial, article, journal);
  const at = await momentOf(ctx);
  const redact = (reasons: Parameters<typeof redactReasons>[1]) => redactReasons(account, reasons);
  return rows.map((row) => {
    const { status, isCurrent } = statusOf(row, parts, { finding, at, fourEyes, redact });
    const { id, madeAt, expiresAt, answer, madeBy } = row;
    return {
      ...{ id, madeAt, expiresAt, answer, status, isCurrent },
      madeBy: { id: madeBy.id, name: madeBy.name },
    };
  });
}
