import { revokeAccessTokensOf } from '@viewpoints/db/editorial/access-tokens';
import { revokeInvitations } from '@viewpoints/db/editorial/invitations';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { type Command, record } from '../command.ts';

/** Why what an account handed out has ended. */
export type EndCode = 'account_disabled' | 'account_enabled' | 'admin_taken';

/**
 * Ends what an account handed out: its access tokens, and its invitations with their unsent
 * messages. None of it comes back. Nothing can be handed out beside this: those commands lock the
 * account that does (`permit-as-of-now.ts`).
 */
export async function endHandOuts(
  command: Command,
  accountId: string,
  code: EndCode,
): Promise<void> {
  const { tx, at } = command;
  for (const id of await revokeAccessTokensOf(tx, { accountId, at }))
    await record(command, 'token.revoke', ['token', id], { accountId, code });
  await takeBackInvitations(command, { invitedById: accountId }, code);
}

/** Takes back invitations that are open; answers with their ids. */
export async function takeBackInvitations(
  command: Command,
  picked: Parameters<typeof revokeInvitations>[1],
  code: EndCode | 'revoked' | 'invited_again',
): Promise<string[]> {
  const { tx, at } = command;
  const ids = await revokeInvitations(tx, picked, at);
  if (ids.length === 0) return ids;
  await endMessages(tx, { invitationIds: ids, at });
  await cleanOutboxSoon(tx);
  for (const id of ids) await record(command, 'people.invite', ['invitation', id], { code });
  return ids;
}

/** Has files of ended messages removed once this transaction is through. */
export const cleanOutboxSoon = (tx: Command['tx']): Promise<void> =>
  addJob(tx, 'clean_outbox', {}, { key: 'clean_outbox' });
