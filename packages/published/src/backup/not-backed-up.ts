import type { JobPayloads } from '@viewpoints/db/editorial/jobs';
import type { ModelName } from '@viewpoints/db/generated/internal/prismaNamespace';
import { tableOf } from '../transfer/exported-models.ts';

const usedOnce = 'works once, and may have been used since the backup';

/** The models whose rows are in no backup, and why. Every other model is backed up whole. */
const notBackedUp: Partial<Readonly<Record<ModelName, string>>> = {
  Session: 'everybody signs in again after a restore',
  EmailChange: usedOnce,
  PasskeyChallenge: usedOnce,
  PreviewPass: usedOnce,
  Verification: usedOnce,
  SubscriptionRequest: 'is confirmed or forgotten within two days',
  SubscriptionConfirmation: usedOnce,
  SubscriberBounce: 'is counted anew',
  MailingCursor: 'mailings begin where the log ends once they are switched on',
  Mailing: 'was sent, or may have been, since the backup',
  MailingClaim: 'was sent, or may have been, since the backup',
  ImportUpload: 'its files are in no backup',
  RateLimit: 'is forgotten within the day',
  NotedChange: 'is empty between transactions',
  SqlFunction: 'the version that restores has its own',
};

/** Tables that a restore leaves empty. */
export const tablesNotBackedUp: ReadonlySet<string> = new Set(
  Object.keys(notBackedUp).map(tableOf),
);

/** What follows from a job that waited when the backup was made: it is done, or not, after a restore. */
export const jobsAfterRestore: Readonly<Record<keyof JobPayloads, 'done' | 'left out'>> = {
  publish_due: 'done',
  publish_release: 'done',
  publish_import: 'done',
  undo_import: 'done',
  // Its files are in no backup.
  import_upload: 'left out',
  announce_visible: 'done',
  rebuild_articles: 'done',
  check_articles: 'done',
  check_links: 'done',
  rebuild_stored: 'done',
  clean_media: 'done',
  // Others were told, or may have been, between the backup and the restore.
  send_message: 'left out',
  send_notifications: 'left out',
  ping_hub: 'left out',
  submit_addresses: 'left out',
  deliver_webhooks: 'left out',
  ask_subscribers: 'left out',
  send_mailings: 'left out',
  // They are queued by the clock.
  clean_outbox: 'left out',
  sweep: 'left out',
};
