import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import type { Transaction } from '../client.ts';

/** The payload of each job. Ids only: everything else is read when it runs. */
export type JobPayloads = {
  publish_due: { articleId: string };
  publish_release: { releaseId: string };
  publish_import: { runId: string };
  import_upload: { uploadId: string };
  undo_import: { runId: string; accountId: string };
  announce_visible: { articleId: string };
  send_message: { messageId: string };
  send_notifications: { notificationIds: string[] };
  clean_outbox: Record<string, never>;
  ping_hub: { articleId: string };
  submit_addresses: { articleId: string };
  rebuild_articles: { articleIds: string[]; onExposure: 'suspend' | 'list' };
  check_articles: { before?: string };
  check_links: { revisionId: string };
  rebuild_stored: { name: RebuildName };
  clean_media: Record<string, never>;
  deliver_webhooks: Record<string, never>;
  ask_subscribers: Record<string, never>;
  send_mailings: Record<string, never>;
  sweep: Record<string, never>;
};

export type JobSpec = {
  runAt?: Date;
  /** A job with the key of one that waits takes its place. */
  key?: string;
};

/** Adds a job in the transaction of what causes it: both happen, or neither. */
export async function addJob<Name extends keyof JobPayloads>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  { runAt, key }: JobSpec = {},
): Promise<void> {
  await tx.$executeRaw`select add_job(
    ${name}::text, ${JSON.stringify(payload)}::json, ${runAt ?? null}::timestamptz, ${key ?? null}::text)`;
}

/** Adds jobs of one name in one statement, however many there are. */
export async function addJobs<Name extends keyof JobPayloads>(
  tx: Transaction,
  name: Name,
  payloads: readonly JobPayloads[Name][],
): Promise<void> {
  await tx.$executeRaw`select add_job(${name}::text, payload, null::timestamptz, null::text)
    from json_array_elements(${JSON.stringify(payloads)}::json) as payload`;
}
