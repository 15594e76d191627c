import { insertFinding } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { edit, findingPart } from '../articles/edit-article.ts';
import { lockExistingArticle, refuseStale } from '../articles/lock-article.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { requireFindingsOfKind } from '../pages/fields-of-kind.ts';
import { ProblemError } from '../problem.ts';
import { requireVisibleSources } from '../sources/require-visible-sources.ts';
import type { Input, ProposeFinding } from './finding-inputs.ts';
import { resolveQuote } from './lock-finding.ts';
import { sourcesNamed } from './sources-named.ts';

/** Proposes a finding under the article's next number. */
export function proposeFinding(
  ctx: CommandContext,
  { articleId, seen, content }: Input<typeof ProposeFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockExistingArticle(command, articleId);
    permit(command, 'finding.propose', articleSubject(locked));
    requireFindingsOfKind(locked);
    const quote = await quoteOr(content.evidence.quote, () => refuseStale(command, locked, seen));
    await requireVisibleSources(command, sourcesNamed(content));
    const id = newId();
    const { voiding } = await edit(command, locked, { parts: [findingPart(id)] });
    const finding = await insertFinding(tx, {
      id,
      articleId,
      content: { ...content, evidence: { ...content.evidence, quote } },
      by: acting.id,
      at,
    });
    await record(command, 'finding.propose', ['finding', finding.id], { articleId, ...voiding });
    return finding;

    // If the words are gone because of a newer save, the refusal says so.
    async function quoteOr(given: typeof content.evidence.quote, tellStale: () => Promise<void>) {
      try {
        return resolveQuote(locked, given, 'content.evidence.quote');
      } catch (error) {
        if (error instanceof ProblemError) await tellStale();
        throw error;
      }
    }
  });
}
