import type { EditorialDatabase } from '@viewpoints/db/client';
import type { JobPayloads } from '@viewpoints/db/editorial/jobs';
import { Id } from '@viewpoints/domain/values';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { Instance } from '../instance.ts';
import type { MailSettings } from '../mail/deliver-message.ts';
import type { Clock } from '../moment.ts';
import { pingHub } from '../outside/ping-hub.ts';
import { submitAddresses } from '../outside/submit-addresses.ts';
import { announceVisible } from './announce-visible.ts';
import { publishDue } from './publish-due.ts';
import { sendMessageJob } from './send-message-job.ts';
import { sweep } from './sweep.ts';

/** What jobs work with. */
export type JobContext = {
  editorial: EditorialDatabase;
  mail: MailSettings;
  instance?: Pick<Instance, 'readerUrl'> & Partial<Pick<Instance, 'outside' | 'mediaDirectory'>>;
  /** Absent but in tests: time is the database's. */
  now?: Clock;
};

const payloads = {
  publish_due: z.strictObject({ articleId: Id }),
  announce_visible: z.strictObject({ articleId: Id }),
  send_message: z.strictObject({ messageId: Id }),
  ping_hub: z.strictObject({ articleId: Id }),
  submit_addresses: z.strictObject({ articleId: Id }),
  // Schedules add `_cron` of their own.
  sweep: z.object({}),
} satisfies { [Name in keyof JobPayloads]: z.ZodType };

/** Every job there is, by its name: each calls one command. */
export function createTasks(context: JobContext): TaskList {
  return {
    publish_due: (payload) => publishDue(context, payloads.publish_due.parse(payload)),
    announce_visible: (payload) =>
      announceVisible(context, payloads.announce_visible.parse(payload)),
    send_message: (payload) => sendMessageJob(context, payloads.send_message.parse(payload)),
    ping_hub: (payload) => pingHub(context, payloads.ping_hub.parse(payload)),
    submit_addresses: (payload) =>
      submitAddresses(context, payloads.submit_addresses.parse(payload)),
    sweep: () => sweep(context),
  };
}
