import type { Accounts } from '@viewpoints/api/accounts/accounts';
import type { InstallationCheck } from '@viewpoints/api/installation/check-installation';
import type { Instance } from '@viewpoints/api/instance';
import type { Clock } from '@viewpoints/api/moment';
import type { ReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import type { Trust } from '@viewpoints/config/caller-network';
import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { AcknowledgementTracker } from '@viewpoints/published/changes/acknowledgements';
import type { Logger } from 'pino';
import type { Metrics } from './metrics/metrics.ts';
import type { Queue } from './queue.ts';

/** The parts that the server is built from. */
export type Dependencies = {
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  accounts: Accounts;
  instance: Instance;
  /** The journal's secret, which authenticates calls of its reading sites. */
  secret: string;
  queue: Pick<Queue, 'running'>;
  /** Absent if commands do not wait for reading sites, as in most tests. */
  acknowledgements?: Pick<AcknowledgementTracker, 'waitForAll'>;
  /** Where to listen for changes at the desk; absent without shared documents, as in most tests. */
  databaseUrl?: string;
  /** Names of migrations that the database lacks. */
  pendingMigrations: () => Promise<string[]>;
  /** Rejects with what prevents the server from being used; absent if that is not checked. */
  isFit?: () => Promise<void>;
  /** Proxies whose word on where a request came from is taken. */
  trust: Trust;
  /** Maximum anonymous calls of one network in a minute. */
  networkLimit: number;
  /** Maximum calls of one token under `/v1/editor` in a minute; absent but in tests. */
  tokenLimit?: number;
  /** Looks over the installation for the admin; absent if it cannot be, as in most tests. */
  checkInstallation?: InstallationCheck;
  /** What reads return paths, and the secret by which a mail provider signs; absent if none may call. */
  bounces?: { paths: ReturnPaths; secret: string };
  /** What is measured, and the token that opens it; absent if nothing is. */
  metrics?: { metrics: Metrics; token: string };
  log: Logger;
  /** Absent but in tests: time is the database's. */
  now?: Clock;
};
