import type { Transaction } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findFinding } from '@viewpoints/db/editorial/findings';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import type { QuoteCheckRow } from '@viewpoints/db/editorial/quote-checks';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { QuotePassage } from '@viewpoints/domain/findings/quote-check';
import type { Reason } from '@viewpoints/domain/refusal';
import {
  hashOfPassage,
  loadPassageParts,
  type PassageParts,
  passageIn,
} from './compose-passage.ts';

/** Why a link shows nothing; `void` where what it was made for has changed. */
export type QuoteCheckStatus = 'open' | 'expired' | 'revoked' | 'void';

/**
 * Whether a link still shows its passage. It is void once the words, the terms or the state of the
 * finding are not those it was made for, or its maker may make none any more. Whether words are
 * those it was made for is decided by their hash alone: a hit in the search for protected names
 * must not show to those who may not know them.
 * @param told returns those of the reasons against a passage that the caller may see
 */
export function statusOf(
  check: QuoteCheckRow,
  parts: PassageParts,
  {
    finding,
    at,
    fourEyes,
    redact = (reasons) => reasons,
  }: { finding: Finding; at: Date; fourEyes: boolean; redact?: (reasons: Reason[]) => Reason[] },
): { status: QuoteCheckStatus; passage: QuotePassage | null; isCurrent: boolean } {
  const composed = passageIn(parts, finding);
  const isRefused = !composed.ok && redact(composed.reasons).length > 0;
  const isCurrent = hashOfPassage(composed.passage) === check.wordsHash;
  const status = (): QuoteCheckStatus => {
    if (check.revokedAt !== null) return 'revoked';
    if (check.expiresAt <= at.toISOString()) return 'expired';
    if (isRefused || !isCurrent) return 'void';
    return mayMake(check.madeBy, parts.article, fourEyes) ? 'open' : 'void';
  };
  return { status: status(), passage: composed.ok ? composed.passage : null, isCurrent };
}

const mayMake = (maker: QuoteCheckRow['madeBy'], article: Article, fourEyes: boolean): boolean =>
  !maker.isDisabled && can(maker, 'quote_check.create', articleSubject(article), { fourEyes }).ok;

/** The passage that a link shows at a moment; null if it shows nothing. */
export async function openQuoteCheck(
  tx: Transaction,
  check: QuoteCheckRow | null,
  { at, journal }: { at: Date; journal: JournalRow },
): Promise<{ check: QuoteCheckRow; passage: QuotePassage; article: Article } | null> {
  const finding = check && (await findFinding(tx, check.findingId));
  const article = finding && (await findArticle(tx, finding.articleId));
  if (check === null || finding === null || article === null) return null;
  const parts = await loadPassageParts(tx, article, journal);
  const { fourEyes } = journal;
  const { status, passage } = statusOf(check, parts, { finding, at, fourEyes });
  if (status !== 'open' || passage === null) return null;
  return { check, passage, article };
}
