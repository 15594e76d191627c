import { revokeAccessTokensOf } from '@viewpoints/db/editorial/access-tokens';
import { revokeInvitations } from '@viewpoints/db/editorial/invitations';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { type Command, record } from '../command.ts';

/** Why something that an account granted was revoked. */
export type RevocationCode =
  | 'account_disabled'
  | 'account_enabled'
  | 'admin_removed'
  | 'email_restored';

/**
 * Revokes what an account granted to others: its access tokens, and its open invitations with their
 * unsent messages; returns how many of each. Commands that grant something lock the account row
 * (`permit-locked.ts`), so none of it can be missed.
 */
export async function revokeGrants(
  command: Command,
  accountId: string,
  code: RevocationCode,
): Promise<{ tokens: number; invitations: number }> {
  const { tx, at } = command;
  const tokens = await revokeAccessTokensOf(tx, { accountId, at });
  for (const id of tokens)
    await record(command, 'token.revoke', ['token', id], { accountId, code });
  const invitations = await revokeOpenInvitations(command, { invitedById: accountId }, code);
  return { tokens: tokens.length, invitations: invitations.length };
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
