import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import {
  findAccountByEmail,
  insertSignInProof,
  lockAccount,
} from '@viewpoints/db/editorial/accounts';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Account } from '@viewpoints/domain/accounts/account';
import type { Instance } from '../instance.ts';
import { passwordResetMessage } from './account-messages.ts';
import { newSecret, proofIdentifier } from './secrets.ts';

/** How long a link to set a new password works, in seconds. */
export const resetLifetime = 60 * 60;

/** The address at which a new password is set. */
export const resetLink = ({ adminUrl }: Pick<Instance, 'adminUrl'>, token: string): string =>
  `${adminUrl}/reset?token=${encodeURIComponent(token)}`;

/** better-auth's identifier for the proof in a reset link. */
export const resetIdentifier = (token: string): string => `reset-password:${token}`;

/**
 * Makes a reset link for the account with an address, and enqueues the message with it. Nothing is made
 * where there is none, or it is disabled.
 */
export async function sendResetLink(
  {
    editorial,
    ...options
  }: { editorial: EditorialDatabase; instance: Pick<Instance, 'adminUrl'>; at: Date },
  email: string,
): Promise<void> {
  await inTransaction(editorial, async (tx) => {
    const found = await findAccountByEmail(tx, email);
    const account = found && (await lockAccount(tx, found.id));
    // Its address may have changed until it was locked.
    if (account === null || account.email !== email.toLowerCase()) return;
    if (account.disabledAt === null) await sendNewResetLink(tx, account, options);
  });
}

/**
 * Makes a reset link in a transaction of ours, and enqueues the message with it. better-auth makes its
 * own in a transaction that cannot be joined; this one it accepts alike.
 */
export async function sendNewResetLink(
  tx: Transaction,
  account: Account,
  { instance, at }: { instance: Pick<Instance, 'adminUrl'>; at: Date },
): Promise<void> {
  const token = newSecret();
  const identifier = proofIdentifier(resetIdentifier(token));
  const expiresAt = new Date(at.getTime() + resetLifetime * 1000);
  await insertSignInProof(tx, { accountId: account.id, identifier, expiresAt, at });
  await enqueueResetLink(tx, account, { link: resetLink(instance, token), at });
}

async function enqueueResetLink(
  tx: Transaction,
  account: Account,
  { link, at }: { link: string; at: Date },
): Promise<void> {
  const id = newId();
  await insertMessage(tx, {
    ...{ id, kind: 'password_reset', accountId: account.id, at },
    ...passwordResetMessage(account, link),
    expiresAt: new Date(at.getTime() + resetLifetime * 1000),
  });
  await addJob(tx, 'send_message', { messageId: id });
}
