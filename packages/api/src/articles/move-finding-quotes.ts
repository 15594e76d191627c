import {
  listQuotedFindings,
  updateFindingQuotes,
  updateFindingState,
} from '@viewpoints/db/editorial/findings';
import { isQuoteIntact, moveQuotes } from '@viewpoints/domain/findings/anchor';
import type { FindingState, Quote } from '@viewpoints/domain/findings/finding';
import { findingTransition, needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { type Command, record } from '../command.ts';

/**
 * Takes the quotes of an article along with its text. One that is elsewhere gets its new place; one
 * whose words were changed is detached from it, and a person has to resolve that.
 */
export async function moveFindingQuotes(
  command: Command,
  articleId: string,
  { oldText, newText }: { oldText: string; newText: string },
): Promise<void> {
  if (oldText === newText) return;
  const { tx } = command;
  const quoted = (await listQuotedFindings(tx, articleId)).filter(({ state }) =>
    needsItsQuote(state),
  );
  const targets = moveQuotes(
    oldText,
    newText,
    quoted.map(({ quote }) => quote),
  );
  const moved: { id: string; quote: Quote }[] = [];
  for (const [index, { id, state, quote }] of quoted.entries()) {
    const target = targets[index] ?? null;
    if (target !== null) {
      if (!isSameQuote(target, quote)) moved.push({ id, quote: target });
    } else if (!isQuoteIntact(newText, quote)) await loseQuote(command, { id, state });
  }
  await updateFindingQuotes(tx, moved);
}

const isSameQuote = (a: Quote, b: Quote): boolean =>
  a.exact === b.exact && a.start === b.start && a.prefix === b.prefix && a.suffix === b.suffix;

/** Voids what was verified of a finding, unless its state remains as it is. */
async function loseQuote(
  command: Command,
  { id, state }: { id: string; state: FindingState },
): Promise<void> {
  const transition = findingTransition(state, 'lose_quote');
  if (!transition.ok || transition.to === state) return;
  await updateFindingState(command.tx, id, {
    state: transition.to,
    at: command.at,
    ...(transition.voidsVerification ? { verifiedBy: null, verifiedAt: null } : {}),
  });
  await record(command, 'finding.edit', ['finding', id], { code: 'quote_lost' });
}
