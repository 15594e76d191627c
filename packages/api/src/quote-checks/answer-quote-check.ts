import { findQuoteCheck, writeQuoteAnswer } from '@viewpoints/db/editorial/quote-checks';
import { MAX_QUOTE_ANSWERS } from '@viewpoints/domain/findings/quote-check';
import { reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import { lockFindingAndArticle } from '../findings/lock-finding.ts';
import { notify } from '../notifications/notify.ts';
import { ProblemError } from '../problem.ts';
import { openQuoteCheck } from './open-quote-check.ts';
import type { AnswerQuoteCheck } from './quote-check-inputs.ts';

/**
 * Takes the answer of a source in place of the one before it. Nothing says who gave it but that they had
 * the link, and the record has the finding alone.
 */
export function answerQuoteCheck(
  ctx: Omit<CommandContext, 'account'>,
  { token, answer }: z.output<typeof AnswerQuoteCheck>,
): Promise<void> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    const { tx, at, journal } = command;
    const tokenHash = secretHash(token);
    const found = await findQuoteCheck(tx, { tokenHash });
    if (found === null) throw new ProblemError('link_expired');
    await lockFindingAndArticle(command, found.findingId);
    const opened = await openQuoteCheck(tx, await findQuoteCheck(tx, { tokenHash }), {
      at,
      journal,
    });
    if (opened === null) throw new ProblemError('link_expired');
    const { check, article } = opened;
    if (check.answers >= MAX_QUOTE_ANSWERS)
      throw new ProblemError('refused', [
        reason('too_many_answers', 'This link has been answered too often.'),
      ]);
    await writeQuoteAnswer(tx, { id: check.id, ...answer, at });
    await notify(command, {
      ...{ kind: 'quote_answered', articleIds: [article.id], to: [check.madeBy.id] },
    });
    await record(command, 'quote_check.answer', ['finding', check.findingId], {
      articleId: article.id,
    });
  });
}
