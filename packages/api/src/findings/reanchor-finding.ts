import { recordFindingAuthors } from '@viewpoints/db/editorial/finding-authors';
import {
  findFinding,
  moveFindingQuote,
  updateFindingState,
} from '@viewpoints/db/editorial/findings';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { edit, findingPart } from '../articles/edit-article.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import type { Input, ReanchorFinding } from './finding-inputs.ts';
import { findingStep, lockFindingAndArticle, resolveQuote } from './lock-finding.ts';

/**
 * Gives a finding the quote that an editor chose, which must match the text exactly. Words other
 * than those verified have to be verified again.
 */
export function reanchorFinding(
  ctx: CommandContext,
  { id, quote: given }: Input<typeof ReanchorFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const { finding: locked, article } = await lockFindingAndArticle(command, id);
    permit(command, 'finding.reanchor', findingSubject(locked));
    findingStep(locked, 'reanchor');
    const quote = resolveQuote(article, given, 'quote');
    if (quote === null) throw notFound('quote');
    const sameWords = locked.evidence.quote?.exact === quote.exact;
    if (sameWords && locked.evidence.quote?.start === quote.start) return locked;
    const after = { ...locked, evidence: { ...locked.evidence, quote } };
    await recordFindingAuthors(tx, { before: locked, after, by: acting.id, at });
    const { voiding } = await edit(command, article, { parts: [findingPart(id)] });
    if (!sameWords && locked.verifiedAt !== null) {
      const { to } = findingStep(locked, 'edit');
      await updateFindingState(tx, id, { state: to, at, verifiedBy: null, verifiedAt: null });
    }
    await moveFindingQuote(tx, id, { quote, at });
    await record(command, 'finding.reanchor', ['finding', id], { sameWords, ...voiding });
    return (await findFinding(tx, id)) ?? locked;
  });
}
