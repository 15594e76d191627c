import { newId } from '@viewpoints/db/editorial/new-id';
import { countQuoteChecks, insertQuoteCheck } from '@viewpoints/db/editorial/quote-checks';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { MAX_QUOTE_CHECKS } from '@viewpoints/domain/findings/quote-check';
import { decide, reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { lockCaller } from '../accounts/lock-caller.ts';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockFindingAndArticle } from '../findings/lock-finding.ts';
import type { Instance } from '../instance.ts';
import { ProblemError } from '../problem.ts';
import { mayKnowSources } from '../publishing/redact-reasons.ts';
import { hashOfPassage, loadPassageParts, passageIn } from './compose-passage.ts';
import type { CreateQuoteCheck } from './quote-check-inputs.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Creates a link with which a source checks its own passage. Its maker passes it on: nothing is
 * sent, and its recipient is not stored. The link is only in the response.
 */
export function createQuoteCheck(
  ctx: CommandContext & { account: { id: string }; instance: Pick<Instance, 'readerUrl'> },
  { findingId, days }: z.output<typeof CreateQuoteCheck>,
): Promise<{ id: string; link: string; expiresAt: string }> {
  return runCommand(ctx, async (command) => {
    await lockCaller(command);
    const { tx, at, acting } = command;
    const { finding, article } = await lockFindingAndArticle(command, findingId);
    permit(command, 'quote_check.create', articleSubject(article));
    const isKnowing = mayKnowSources(acting);
    // A refusal of a link reveals protected names. An account that may not know them can only make
    // one for words that a second person has read, so it cannot try out words.
    if (!isKnowing && finding.verifiedAt === null) throw needsEditor();
    const composed = passageIn(await loadPassageParts(tx, article, command.journal), finding);
    if (!composed.ok && !isKnowing) throw needsEditor();
    allow(composed);
    allow(
      decide(
        (await countQuoteChecks(tx, findingId, at)) < MAX_QUOTE_CHECKS
          ? []
          : [
              reason(
                'too_many_quote_checks',
                `A finding has at most ${MAX_QUOTE_CHECKS} quote checks. Remove one first.`,
              ),
            ],
      ),
    );
    const token = newSecret();
    const id = newId();
    const expiresAt = new Date(at.getTime() + days * day);
    await insertQuoteCheck(tx, {
      ...{ id, findingId, tokenHash: secretHash(token), madeById: ctx.account.id },
      ...{ wordsHash: hashOfPassage(composed.passage), madeAt: at, expiresAt },
    });
    await record(command, 'quote_check.create', ['finding', findingId], {
      ...{ articleId: article.id, quoteCheckId: id, expiresAt: expiresAt.toISOString() },
    });
    const link = `${ctx.instance.readerUrl}/p/${token}`;
    return { id, link, expiresAt: expiresAt.toISOString() };
  });
}

const needsEditor = () =>
  new ProblemError('refused', [
    reason(
      'quote_check_needs_editor',
      'No link can be made of these words as they are. Ask an editor to make it.',
    ),
  ]);
