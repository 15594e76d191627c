import type { EditorialDatabase } from '@viewpoints/db/client';
import type { Instance } from '../instance.ts';
import type { MailSettings } from '../mail/deliver-message.ts';
import type { Clock } from '../moment.ts';
import type { SubscriptionParts } from '../subscriptions/subscription-context.ts';
import type { WebhookParts } from '../webhooks/deliver/delivery-context.ts';

/** The context of jobs. */
export type JobContext = {
  editorial: EditorialDatabase;
  mail: MailSettings;
  instance?: Pick<Instance, 'readerUrl'> &
    Partial<Pick<Instance, 'adminUrl' | 'externalServices' | 'media' | 'uploads'>>;
  /** Absent where nothing is sent to webhooks, as in tests of other jobs. */
  webhooks?: WebhookParts;
  /** Absent where nothing is sent to subscribers, as in tests of other jobs. */
  subscriptions?: SubscriptionParts;
  /** Absent but in tests: time is the database's. */
  now?: Clock;
};
