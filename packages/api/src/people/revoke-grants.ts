import { revokeAccessTokensOf } from '@viewpoints/db/editorial/access-tokens';
import { revokeInvitations } from '@viewpoints/db/editorial/invitations';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { type Command, record } from '../command.ts';

/** Why something that an account granted was revoked. */
export type RevocationCode = 'account_disabled' | 'account_enabled' | 'admin_removed';

/**
 * Revokes what an account granted to others: its access tokens, and its open invitations with their
 * unsent messages. Commands that grant something lock the account row (`permit-locked.ts`), so
 * none of it can be missed.
 */
export async function revokeGrants(
  command: Command,
  accountId: string,
  code: RevocationCode,
): Promise<void> {
  const { tx, at } = command;
  for (const id of await revokeAccessTokensOf(tx, { accountId, at }))
    await record(command, 'token.revoke', ['token', id], { accountId, code });
  await revokeOpenInvitations(command, { invitedById: accountId }, code);
}

/** Revokes open invitations; returns their ids. */
export async function revokeOpenInvitations(
  command: Command,
  filter: Parameters<typeof revokeInvitations>[1],
  code: RevocationCode | 'revoked' | 'invited_again',
): Promise<string[]> {
  const { tx, at } = command;
  const ids = await revokeInvitations(tx, filter, at);
  if (ids.length === 0) return ids;
  await endMessages(tx, { invitationIds: ids, at });
  await enqueueOutboxCleaning(tx);
  for (const id of ids) await record(command, 'people.invite', ['invitation', id], { code });
  return ids;
}

/** Enqueues the removal of files of ended messages; it runs once this transaction has committed. */
export const enqueueOutboxCleaning = (tx: Command['tx']): Promise<void> =>
  addJob(tx, 'clean_outbox', {}, { key: 'clean_outbox' });
