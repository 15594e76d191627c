import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { InstallationCipher } from '../../accounts/installation-cipher.ts';
import type { Clock } from '../../moment.ts';
import type { createGuardedFetch } from '../../outgoing/guarded-fetch.ts';

/** What jobs need to send to webhooks, beside what all jobs have. */
export type WebhookParts = {
  /** Readers' role: nothing is sent that it does not see. */
  reader: ReaderDatabase;
  cipher: InstallationCipher;
  log: { error: (details: object, message: string) => void };
  /** How long a receiver may take, in milliseconds; absent but in tests. */
  timeout?: number;
};

/** What sending to one webhook needs. */
export type DeliveryContext = WebhookParts & {
  editorial: EditorialDatabase;
  guarded: Pick<ReturnType<typeof createGuardedFetch>, 'send'>;
  now?: Clock;
};
