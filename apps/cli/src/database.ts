import type { Settings } from '@viewpoints/config/env';
import { startEmbeddedPostgres } from '@viewpoints/postgres/embedded/embedded';

/** A database connection, and a function that closes it. */
export type Database = {
  /** As the owner of the tables. */
  url: string;
  stop: () => Promise<void>;
  /** Resolves, with the reason, when a server that we run ends by itself. */
  ended: Promise<Error | null>;
};

const words = {
  initialising: 'Making the database …',
  recovering: 'The database is recovering from an unclean end …',
  ended_orphan: 'Ended a database server that was left running.',
} as const;

/**
 * The database of the settings: the one at DATABASE_URL, or the embedded one.
 * @param options.join use the embedded server that `npm start` already runs
 * @param options.port where the embedded one is to listen; any free port unless it is given
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  options: { join: boolean; say: (sentence: string) => void; port?: number },
): Promise<Database> {
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl, stop: async () => {}, ended: new Promise(() => {}) };
  }
  return startEmbeddedPostgres({
    dataDir: settings.dataDir,
    join: options.join,
    ...(options.port === undefined ? {} : { port: options.port }),
    onProgress: (step) => options.say(words[step]),
  });
}
