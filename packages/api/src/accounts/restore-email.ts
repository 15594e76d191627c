import {
  deletePassword,
  endSignIns,
  findAccount,
  findAccountByEmail,
  lockAccounts,
  updateEmail,
} from '@viewpoints/db/editorial/accounts';
import { takeFormerEmail } from '@viewpoints/db/editorial/former-emails';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { deletePasskeysOf } from '@viewpoints/db/editorial/passkeys';
import {
  deleteFactorSince,
  type FactorLeft,
  findSecondFactor,
} from '@viewpoints/db/editorial/second-factors';
import type { ActOnAccount } from '@viewpoints/domain/accounts/act-on-account';
import { reason } from '@viewpoints/domain/refusal';
import { z } from 'zod';
import { record, runCommand } from '../command.ts';
import {
  enqueueOutboxCleaning,
  revokeGrants,
  revokeOpenInvitations,
} from '../people/revoke-grants.ts';
import { revokeLinks } from '../people/revoke-links.ts';
import { ProblemError } from '../problem.ts';
import type { EmailLinkContext } from './confirm-email-change.ts';
import { sendNewResetLink } from './password-resets.ts';
import { notifyAdmins, reviewActs } from './review-acts.ts';
import { secretHash } from './secrets.ts';
import { sendSecurityNotice } from './security-notices.ts';

/**
 * Milliseconds for which a second factor must have been in use before the session that requested
 * the change, to count as the owner's: their mailbox was sent a notice of it, and a week to object
 * is what a changed address gets as well.
 */
const noticePeriod = 7 * 24 * 60 * 60 * 1000;

export const RestoreEmail = z.strictObject({ token: z.string().min(1).max(200) });

/** What was removed from an account when its address was restored; the page lists it. */
export type RemovedAccess = {
  email: string;
  sessions: number;
  passkeys: number;
  tokens: number;
  invitations: number;
  previewLinks: number;
  quoteChecks: number;
  secondFactor: FactorLeft;
  /** When the second factor that was left was turned on; null if none was left. */
  secondFactorSince: string | null;
  /** What the account did to others while an intruder may have used it. */
  acts: ActOnAccount[];
};

/**
 * Restores the address that an account had before a change, by the link that went there. An
 * intruder may know the password and have added a passkey, a second factor or an access token: none
 * of these opens the account from then on, and the address is sent a link to set a new password. A
 * second factor that was in use a week before the session that requested the change is the owner's, and
 * stays.
 */
export function restoreEmail(
  ctx: EmailLinkContext,
  { token }: z.output<typeof RestoreEmail>,
): Promise<RemovedAccess> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    const { tx, at } = command;
    // Serialises with whatever else takes an address or disables an account.
    await lockAccounts(tx);
    const former = await takeFormerEmail(tx, secretHash(token), at);
    if (former === null) throw expired();
    const { accountId, email, changedAt, sessionBeganAt } = former;
    // The session that requested the change may have been used for other things before.
    const since =
      sessionBeganAt !== null && sessionBeganAt < changedAt ? sessionBeganAt : changedAt;
    const before = await findAccount(tx, accountId);
    // The address may have been taken since, or this account may have it again.
    if (before === null || (await findAccountByEmail(tx, email)) !== null) throw expired();
    const restored = await updateEmail(tx, accountId, email);
    const byOwner = { ...command, by: accountId };
    const grants = await revokeGrants(byOwner, accountId, 'email_restored');
    // No other account may join with the owner's address.
    const invitationsToOwner = await revokeOpenInvitations(byOwner, { email }, 'email_restored');
    const links = await revokeLinks(byOwner, accountId, 'email_restored');
    await deletePassword(tx, accountId);
    const passkeys = await deletePasskeysOf(tx, accountId);
    const secondFactor = await deleteFactorSince(tx, {
      ...{ accountId, since: new Date(since.getTime() - noticePeriod) },
    });
    const kept = (await findSecondFactor(tx, accountId))?.confirmedAt?.toISOString() ?? null;
    // A pending change ends with the session that requested it.
    const sessions = await endSignIns(tx, accountId);
    await endMessages(tx, { accountId, kinds: ['password_reset', 'email_change'], at });
    await enqueueOutboxCleaning(tx);
    await sendSecurityNotice(tx, before, { kind: 'email_restored' }, at);
    const owner = { ...before, email };
    const factor = { secondFactor, secondFactorSince: kept };
    await sendSecurityNotice(tx, owner, { kind: 'access_ended', ...factor }, at);
    await sendNewResetLink(tx, owner, { instance: ctx.instance, at });
    const acts = await reviewActs(byOwner, { accountId, since });
    await notifyAdmins(command, before, { acts, ...factor });
    const invitations = grants.invitations + invitationsToOwner.length;
    const ended = { sessions, passkeys, ...grants, invitations, ...links, secondFactor };
    await record(byOwner, 'account.restore_email', ['account', accountId], ended);
    return { ...restored, ...ended, ...factor, acts };
  });
}

const expired = () =>
  new ProblemError('link_expired', [
    reason('restore_link_expired', 'This link is used up or too old, or can no longer be used.'),
  ]);
