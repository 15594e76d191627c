import type { Accounts } from '@viewpoints/api/accounts/accounts';
import type { Instance } from '@viewpoints/api/instance';
import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { Logger } from 'pino';
import type { Queue } from './queue.ts';

/** What the server is made of. */
export type Parts = {
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  accounts: Accounts;
  instance: Instance;
  queue: Pick<Queue, 'running'>;
  /** Names of migrations that the database lacks. */
  pendingMigrations: () => Promise<string[]>;
  log: Logger;
  now: () => Date;
};
