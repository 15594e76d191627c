import type { Client } from 'pg';

/**
 * What a restore changes of the rows of a backup, by a table that has to be there, since a backup may be
 * of an earlier version: nothing is sent again that was sent, or may have been, between the backup and
 * the restore.
 */
const changes: Readonly<Record<string, string>> = {
  // The links of these are in no backup, and what waited may have been sent.
  message: `UPDATE message SET text = '', ended_at = now()
    WHERE ended_at IS NULL AND (kind IN ('password_reset', 'email_change')
      OR (sent_at IS NULL AND kept_at IS NULL))`,
  // They stay in everybody's list.
  notification: 'UPDATE notification SET mailed_at = now() WHERE mailed_at IS NULL',
  webhook: `UPDATE webhook SET paused_at = coalesce(paused_at, now()),
      pause_reason = coalesce(pause_reason, 'restored'), lease_id = NULL, lease_until = NULL,
      failing_since = NULL, failures = 0, retry_at = NULL`,
  // A copy must not write to the journal's readers before somebody turns it on. The column came with the table.
  subscriber: 'UPDATE journal SET subscriptions = false',
  // Those that were being sent have no list any more of who is left.
  newsletter: `UPDATE newsletter SET stopped_at = now(), stopped_code = 'restored', send_at = NULL,
      state = CASE state WHEN 'sending' THEN 'sent' ELSE 'approved' END
    WHERE state IN ('scheduled', 'sending')`,
  webhook_delivery: `UPDATE webhook_delivery SET state = 'failed' WHERE state = 'queued'`,
};

/** Changes rows that were just restored; triggers are off. */
export async function settleRestored(client: Client, tables: ReadonlySet<string>): Promise<void> {
  for (const [table, change] of Object.entries(changes))
    if (tables.has(table)) await client.query(change);
}
