import { endOtherSessions, endSession, listSessions } from '@viewpoints/db/editorial/sessions';
import type { OpenSession } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { notFound, ProblemError } from '../problem.ts';

/** The browsers in which an account is signed in. */
export async function listOwnSessions(ctx: OwnSessionContext): Promise<OpenSession[]> {
  const { id: accountId, session } = ctx.account;
  const sessions = await listSessions(ctx.editorial, { accountId, at: await momentOf(ctx) });
  return sessions.map((each) => ({ ...each, isThis: each.id === session.id }));
}

/** Signs out another browser. This one is left by signing out, which also clears its storage. */
export function endOwnSession(ctx: OwnSessionContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { id: accountId, session } = ctx.account;
    if (id === session.id)
      throw new ProblemError('refused', [
        reason('own_session', 'This is the session you are using: sign out instead.'),
      ]);
    if (!(await endSession(command.tx, { id, accountId }))) throw notFound('session');
    await record(command, 'account.end_session', ['account', accountId]);
    return { id };
  });
}

/** Signs out every browser but this one; returns how many those were. */
export function endOwnOtherSessions(ctx: OwnSessionContext): Promise<{ ended: number }> {
  return runCommand(ctx, async (command) => {
    const { id: accountId, session } = ctx.account;
    const ended = await endOtherSessions(command.tx, { id: session.id, accountId });
    await record(command, 'account.end_other_sessions', ['account', accountId], { ended });
    return { ended };
  });
}
