import { findFinding } from '@viewpoints/db/editorial/findings';
import type { Article } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote, isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { type FindingEvent, findingTransition } from '@viewpoints/domain/findings/finding-workflow';
import { reason } from '@viewpoints/domain/refusal';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { allow, type Command } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Locks a finding together with its article: both change under one lock, always in that order. */
export async function lockFindingAndArticle(
  command: Command,
  id: string,
): Promise<{ finding: Finding; article: Article }> {
  const known = await findFinding(command.tx, id);
  if (known === null) throw notFound('finding');
  const article = await lockExistingArticle(command, known.articleId);
  const finding = await findFinding(command.tx, id);
  if (finding === null) throw notFound('finding');
  return { finding, article };
}

/** The transition of an event; ends the command if the finding's state has no such step. */
export function findingStep(finding: Finding, event: FindingEvent) {
  const transition = findingTransition(finding.state, event);
  allow(transition);
  return transition;
}

/** Ends the command if the finding was changed since. */
export function refuseStaleFinding(finding: Finding, baseVersion: string | undefined): void {
  if (baseVersion === undefined || baseVersion === finding.updatedAt) return;
  throw new ProblemError('stale', [
    reason('stale', 'Somebody changed this finding since you opened it.', null, {
      at: finding.updatedAt,
      state: finding.state,
    }),
  ]);
}

/**
 * The quote at its place in the article's present text. One with offsets of an earlier save is
 * found only by its exact words and those around them.
 */
export function resolveQuote(article: Article, quote: Quote | null, at: string): Quote | null {
  if (quote === null) return null;
  const { text } = documentText(article.body);
  if (isQuoteIntact(text, quote)) return quote;
  const anchoring = anchorQuote(text, quote);
  if (anchoring.kind === 'anchored') return anchoring.quote;
  throw new ProblemError('refused', [
    anchoring.kind === 'missing'
      ? reason('quote_missing', 'These words do not stand in the text as it is saved.', at)
      : reason('quote_ambiguous', 'These words stand in several places: select them again.', at),
  ]);
}
