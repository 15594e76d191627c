import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { endSignIns, lockAccount } from '@viewpoints/db/editorial/accounts';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Instance } from '../instance.ts';
import { passwordResetMessage } from './account-messages.ts';

/** How long a link to set a new password works, in seconds. */
export const resetLifetime = 60 * 60;

/** The address at which a new password is set. */
export const resetLink = ({ adminUrl }: Pick<Instance, 'adminUrl'>, token: string): string =>
  `${adminUrl}/reset?token=${encodeURIComponent(token)}`;

/**
 * Enqueues the message with a reset link. The account is locked and checked: for a disabled account
 * the link is revoked and nothing is sent.
 */
export async function sendResetLink(
  {
    editorial,
    instance,
    at,
  }: { editorial: EditorialDatabase; instance: Pick<Instance, 'adminUrl'>; at: Date },
  { accountId, token }: { accountId: string; token: string },
): Promise<void> {
  await inTransaction(editorial, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === null || account.disabledAt !== null) return endSignIns(tx, accountId);
    const id = newId();
    await insertMessage(tx, {
      ...{ id, kind: 'password_reset', accountId, at },
      ...passwordResetMessage(account, resetLink(instance, token)),
      expiresAt: new Date(at.getTime() + resetLifetime * 1000),
    });
    await addJob(tx, 'send_message', { messageId: id });
  });
}
