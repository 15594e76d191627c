import {
  deleteQuoteCheck,
  findQuoteCheck,
  revokeQuoteCheck as revokeRow,
} from '@viewpoints/db/editorial/quote-checks';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockFindingAndArticle } from '../findings/lock-finding.ts';
import { notFound } from '../problem.ts';

/** Ends a link; its answer stays with the finding. */
export function revokeQuoteCheck(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { check, articleId } = await lockAndPermit(command, 'quote_check.revoke', id);
    if (check.revokedAt !== null) return { id };
    await revokeRow(command.tx, id, command.at);
    await record(command, 'quote_check.revoke', ['finding', check.findingId], {
      ...{ articleId, quoteCheckId: id },
    });
    return { id };
  });
}

/** Removes a link with its answer. */
export function removeQuoteCheck(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { check, articleId } = await lockAndPermit(command, 'quote_check.remove', id);
    await deleteQuoteCheck(command.tx, id);
    await record(command, 'quote_check.remove', ['finding', check.findingId], {
      ...{ articleId, quoteCheckId: id },
    });
    return { id };
  });
}

async function lockAndPermit(
  command: Command,
  action: 'quote_check.revoke' | 'quote_check.remove',
  id: string,
) {
  const found = await findQuoteCheck(command.tx, { id });
  if (found === null) throw notFound('quote check');
  const { article } = await lockFindingAndArticle(command, found.findingId);
  permit(command, action, articleSubject(article));
  const check = await findQuoteCheck(command.tx, { id });
  if (check === null) throw notFound('quote check');
  return { check, articleId: article.id };
}
