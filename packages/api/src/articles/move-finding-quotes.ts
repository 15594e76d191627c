import {
  listArticleFindings,
  updateFindingQuotes,
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
  const changed = new Map<string, Finding>();
  for (const [index, { finding, quote }] of quoted.entries()) {
    const target = moved[index] ?? null;
    if (target !== null) {
      if (!isSameQuote(target, quote)) changed.set(finding.id, withQuote(finding, target));
    } else if (!isQuoteIntact(newText, quote)) {
      const separated = await loseQuote(command, finding);
      if (separated !== null) changed.set(finding.id, separated);
    }
  }
  await updateFindingQuotes(
    tx,
    quotedOf([...changed.values()]).map(({ finding: { id }, quote }) => ({ id, quote })),
  );
  return findings.map((finding) => changed.get(finding.id) ?? finding);
}

const isSameQuote = (a: Quote, b: Quote): boolean =>
  a.exact === b.exact && a.start === b.start && a.prefix === b.prefix && a.suffix === b.suffix;

const withQuote = (finding: Finding, quote: Quote): Finding => ({
  ...finding,
  evidence: { ...finding.evidence, quote },
});

/** Voids what was verified of a finding; null where its state remains as it is. */
async function loseQuote(command: Command, finding: Finding): Promise<Finding | null> {
  const transition = findingTransition(finding.state, 'lose_quote');
  if (!transition.ok || transition.to === finding.state) return null;
  const { tx, at } = command;
  const separated = await updateFindingState(tx, finding.id, {
    state: transition.to,
    at,
    ...(transition.voidsVerification ? { verifiedBy: null, verifiedAt: null } : {}),
  });
  await record(command, 'finding.edit', ['finding', finding.id], { code: 'quote_lost' });
  return separated;
}
