import type { JobPayloads } from '@viewpoints/db/editorial/jobs';
import { Id } from '@viewpoints/domain/values';
import { rebuildNames } from '@viewpoints/postgres/functions/rebuild-names';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { checkLinks } from '../link-checks/check-links.ts';
import { cleanOutbox } from '../mail/clean-outbox.ts';
import { sendNotifications } from '../notifications/send-notifications.ts';
import { askSubscribers } from '../subscriptions/ask-subscribers.ts';
import { sendMailings } from '../subscriptions/send/send-mailings.ts';
import { pingHub } from '../syndication/ping-hub.ts';
import { submitAddresses } from '../syndication/submit-addresses.ts';
import { createDeliveries } from '../webhooks/deliver/deliver-due.ts';
import { announceVisible } from './announce-visible.ts';
import { checkArticlesJob } from './check-articles-job.ts';
import { cleanMedia } from './clean-media.ts';
import { importUploadJob } from './import-upload-job.ts';
import type { JobContext } from './job-context.ts';
import { publishDue } from './publish-due.ts';
import { publishImportJob } from './publish-import-job.ts';
import { publishReleaseJob } from './publish-release-job.ts';
import { rebuildArticlesJob } from './rebuild-articles-job.ts';
import { rebuildStoredJob } from './rebuild-stored-job.ts';
import { sendMessageJob } from './send-message-job.ts';
import { sweep } from './sweep.ts';
import { undoImportJob } from './undo-import-job.ts';

const payloads = {
  publish_due: z.strictObject({ articleId: Id }),
  publish_release: z.strictObject({ releaseId: Id }),
  publish_import: z.strictObject({ runId: Id }),
  import_upload: z.strictObject({ uploadId: Id }),
  undo_import: z.strictObject({ runId: Id, accountId: Id }),
  announce_visible: z.strictObject({ articleId: Id }),
  send_message: z.strictObject({ messageId: Id }),
  send_notifications: z.strictObject({ notificationIds: z.array(Id) }),
  clean_outbox: z.object({}),
  ping_hub: z.strictObject({ articleId: Id }),
  submit_addresses: z.strictObject({ articleId: Id }),
  rebuild_articles: z.strictObject({
    articleIds: z.array(Id),
    onExposure: z.enum(['suspend', 'list']),
  }),
  check_articles: z.strictObject({ before: Id.optional() }),
  check_links: z.strictObject({ revisionId: Id }),
  rebuild_stored: z.strictObject({ name: z.enum(rebuildNames) }),
  clean_media: z.strictObject({}),
  deliver_webhooks: z.strictObject({}),
  ask_subscribers: z.strictObject({}),
  send_mailings: z.object({}),
  // Schedules add `_cron` of their own.
  sweep: z.object({}),
} satisfies { [Name in keyof JobPayloads]: z.ZodType };

/** Every job there is, by its name: each calls one command. */
export function createTasks(context: JobContext): TaskList {
  const deliverWebhooks = createDeliveries(context);
  return {
    publish_due: (payload) => publishDue(context, payloads.publish_due.parse(payload)),
    publish_release: (payload) =>
      publishReleaseJob(context, payloads.publish_release.parse(payload)),
    publish_import: (payload) => publishImportJob(context, payloads.publish_import.parse(payload)),
    import_upload: (payload, { abortSignal, job }) =>
      importUploadJob(context, payloads.import_upload.parse(payload), {
        ...{ attempt: job.attempts, signal: abortSignal },
      }),
    undo_import: (payload) => undoImportJob(context, payloads.undo_import.parse(payload)),
    announce_visible: (payload) =>
      announceVisible(context, payloads.announce_visible.parse(payload)),
    send_message: (payload) => sendMessageJob(context, payloads.send_message.parse(payload)),
    send_notifications: (payload) =>
      sendNotifications(context, payloads.send_notifications.parse(payload)),
    clean_outbox: async () => {
      await cleanOutbox(context);
    },
    ping_hub: (payload) => pingHub(context, payloads.ping_hub.parse(payload)),
    submit_addresses: (payload) =>
      submitAddresses(context, payloads.submit_addresses.parse(payload)),
    rebuild_articles: (payload) =>
      rebuildArticlesJob(context, payloads.rebuild_articles.parse(payload)),
    check_articles: (payload) => checkArticlesJob(context, payloads.check_articles.parse(payload)),
    check_links: (payload) => checkLinks(context, payloads.check_links.parse(payload)),
    rebuild_stored: (payload) => rebuildStoredJob(context, payloads.rebuild_stored.parse(payload)),
    clean_media: () => cleanMedia(context),
    deliver_webhooks: () => deliverWebhooks(),
    ask_subscribers: () => askSubscribers(context),
    send_mailings: () => sendMailings(context),
    sweep: () => sweep(context),
  };
}
