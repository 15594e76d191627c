import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import { findAccount, findTimeZone } from '@viewpoints/db/editorial/accounts';
import { countSignIns } from '@viewpoints/db/editorial/audit-records';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertAccountNotification } from '@viewpoints/db/editorial/notifications';
import { AccountNotificationKind } from '@viewpoints/domain/notifications/notification';
import { type SecurityEvent, securityNotice } from './account-messages.ts';

/** How long a notice is worth sending, in milliseconds. */
const worthSending = 7 * 24 * 60 * 60 * 1000;

/**
 * Enqueues a message to the owner of an account about an action that an intruder would take, and
 * notifies them in the admin where there is a kind for it. Only the message about a changed address
 * has a link, to undo that.
 */
export async function sendSecurityNotice(
  tx: Transaction,
  account: { id: string; name: string; email: string },
  event: SecurityEvent,
  at: Date,
): Promise<void> {
  const journal = await getJournal(tx);
  const timeZone = (await findTimeZone(tx, account.id)) ?? journal.timeZone;
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone },
  }).format(at);
  const id = newId();
  await insertMessage(tx, {
    ...{ id, kind: 'security_notice', accountId: account.id, at },
    ...securityNotice(account, event, { journal: journal.name, time: `${time} (${timeZone})` }),
    expiresAt: new Date(at.getTime() + worthSending),
  });
  await addJob(tx, 'send_message', { messageId: id });
  const { data: kind } = AccountNotificationKind.safeParse(event.kind);
  if (kind !== undefined) await insertAccountNotification(tx, { accountId: account.id, kind, at });
}

/**
 * Notifies an account of a sign-in in a browser without its device cookie. The first sign-in of an
 * account is not reported.
 */
export async function noticeNewSignIn(
  editorial: EditorialDatabase,
  { accountId, device, at }: { accountId: string; device: string; at: Date },
): Promise<void> {
  await inTransaction(editorial, async (tx) => {
    const account = await findAccount(tx, accountId);
    if (account === null || account.disabledAt !== null) return;
    if ((await countSignIns(tx, accountId, 2)) < 2) return;
    await sendSecurityNotice(tx, account, { kind: 'new_sign_in', device }, at);
  });
}
