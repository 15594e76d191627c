import {
  listArticleFindings,
  moveFindingQuote,
  updateFindingState,
} from '@viewpoints/db/editorial/findings';
import { isQuoteIntact, moveQuotes } from '@viewpoints/domain/findings/anchor';
import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { findingTransition, needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { type Command, record } from '../command.ts';

type Quoted = { finding: Finding; quote: Quote };

const quotedOf = (findings: Finding[]): Quoted[] =>
  findings.flatMap((finding) => {
    const { quote } = finding.evidence;
    return quote !== null && needsItsQuote(finding.state) ? [{ finding, quote }] : [];
  });

/**
 * Takes the quotes of an article along with its text. One that stands elsewhere gets its new
 * place; one whose words were touched is parted from it, and a person has to settle that.
 */
export async function moveFindingQuotes(
  command: Command,
  articleId: string,
  { oldText, newText }: { oldText: string; newText: string },
): Promise<Finding[]> {
  const { tx } = command;
  const findings = await listArticleFindings(tx, articleId);
  if (oldText === newText) return findings;
  const quoted = quotedOf(findings);
  const moved = moveQuotes(
    oldText,
    newText,
    quoted.map(({ quote }) => quote),
  );
  for (const [index, { finding, quote }] of quoted.entries()) {
    const target = moved[index] ?? null;
    if (target !== null) {
      const same =
        target.exact === quote.exact &&
        target.start === quote.start &&
        target.prefix === quote.prefix &&
        target.suffix === quote.suffix;
      // Its date stays: nobody edited the finding, and a write that is under way must not go stale.
      if (!same)
        await moveFindingQuote(tx, finding.id, { quote: target, at: new Date(finding.updatedAt) });
    } else if (!isQuoteIntact(newText, quote)) {
      await loseQuote(command, finding);
    }
  }
  return listArticleFindings(tx, articleId);
}

async function loseQuote(command: Command, finding: Finding): Promise<void> {
  const transition = findingTransition(finding.state, 'lose_quote');
  if (!transition.ok || transition.to === finding.state) return;
  const { tx, at } = command;
  await updateFindingState(tx, finding.id, {
    state: transition.to,
    at,
    ...(transition.voidsVerification ? { verifiedBy: null, verifiedAt: null } : {}),
  });
  await record(command, 'finding.edit', ['finding', finding.id], { code: 'quote_lost' });
}
