import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { Instance } from '../instance.ts';
import type { Clock } from '../moment.ts';
import type { ReturnPaths } from './bounces/return-paths.ts';
import type { SubscriberKeys } from './subscriber-keys.ts';

/** What jobs need to write to subscribers, beside what all jobs have. */
export type SubscriptionParts = {
  /** Readers' role: nothing is written that it does not see. */
  reader: ReaderDatabase;
  keys: SubscriberKeys;
  /** Absent where it is not known which messages do not arrive. */
  returnPaths?: ReturnPaths | undefined;
  /** Most messages in a second. */
  rate: number;
  log: { warn: (details: object, message: string) => void };
};

/** What calls about subscriptions need. */
export type SubscriptionContext = Pick<SubscriptionParts, 'reader' | 'keys'> & {
  editorial: EditorialDatabase;
  instance: Pick<Instance, 'smtpUrl'>;
  now?: Clock;
};
