import { editorialRole } from '../roles/roles.ts';
import { checkSecret } from '../roles/secret-fingerprint.ts';
import { readersConnection } from './readers-connection.ts';
import { checkAnnouncements, checkConnection, onConnection, ServerError } from './server-check.ts';

/** The addresses that an instance is to use. */
export type ServerAddresses = { databaseUrl: string; readerUrl: string; secret: string };

/** Each thing a server has to do for the API, by what it is called where it is reported. */
export const serverChecks = {
  editors: ({ databaseUrl }) =>
    onConnection({ connectionString: databaseUrl, options: `-c role=${editorialRole}` }, (client) =>
      checkConnection(client, { role: editorialRole, setting: 'DATABASE_URL', writes: true }),
    ),
  readers: ({ readerUrl }) =>
    onConnection({ connectionString: readerUrl }, (client) =>
      checkConnection(client, readersConnection),
    ),
  announcements: ({ databaseUrl }) => checkAnnouncements(databaseUrl),
  secret: ({ databaseUrl, secret }) => checkSecret(databaseUrl, secret),
} as const satisfies Record<string, (addresses: ServerAddresses) => Promise<void>>;

/**
 * Checks at a start whether the server may be used. One that cannot be reached may become
 * reachable: `/readyz` reports that.
 * @throws {ServerError} the first thing that is wrong with it
 */
export async function checkServer(addresses: ServerAddresses): Promise<void> {
  const checks = Object.values(serverChecks).map((check) => check(addresses));
  for (const outcome of await Promise.allSettled(checks))
    if (outcome.status === 'rejected' && outcome.reason instanceof ServerError)
      throw outcome.reason;
}

/** How long a check that found all well is taken to hold, in milliseconds. */
const validity = 60_000;

/**
 * Makes a check of what connections do not look at by themselves when they are made. It looks once
 * a minute, and each time while something is wrong.
 * @throws what the server lacks, or that it cannot be reached
 */
export function checkEveryMinute(
  addresses: ServerAddresses,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let fitUntil = 0;
  return async () => {
    if (now() < fitUntil) return;
    await Promise.all([serverChecks.announcements(addresses), serverChecks.secret(addresses)]);
    fitUntil = now() + validity;
  };
}
