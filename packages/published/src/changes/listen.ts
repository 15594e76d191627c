import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { leaseClock } from '@viewpoints/db/lease-clock';
import { readersConnection } from '@viewpoints/postgres/server/readers-connection';
import {
  announcementsLost,
  checkConnection,
  ServerError,
} from '@viewpoints/postgres/server/server-check';
import { Client } from 'pg';
import { heartbeatInterval, leaseDuration } from './acknowledgement-times.ts';
import { findPublicKey } from './announcement-key.ts';
import { listenerName } from './connection-names.ts';
import { acknowledgementChannel, changesChannel, readChange } from './notify.ts';
import { RecentIds } from './recent-ids.ts';

export type ChangeListener = {
  /** Something that readers see has changed. Resolves once nothing older is shown. */
  onChange: (tags: string[]) => unknown;
  /** Announcements arrive from here on; those before may have been lost. */
  onUp: () => void;
  /** Announcements may be getting lost, until `onUp`. */
  onDown: () => void;
  /** All announcements so far have arrived; cached pages may be served while `holds()`. */
  onHeartbeat?: (holds: () => boolean) => void;
  /**
   * There is no connection, or it was lost: with the reason if the server must not be used, and
   * with null if it cannot be reached. Retried in both cases.
   */
  onTrouble?: (error: ServerError | null) => void;
};

/** How long the database may take to answer before the connection is given up. */
const timeoutMs = 5_000;

/** How often the server is checked again, in milliseconds. */
const checkServerEvery = 60_000;
/** How long a replaced key may go unnoticed, in milliseconds: one check covers many messages. */
const checkKeyAfter = 200;

/**
 * Listens to the announcements of publishing transactions, for as long as the process lives: a lost
 * connection is retried, at first at once and then every few seconds.
 * @returns a function that ends it
 */
export async function listenForChanges(
  databaseUrl: string,
  listener: ChangeListener,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const running = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const wasUp = await listenOnce(databaseUrl, listener, stopping.signal);
      if (wasUp) failures = 0;
      const wait = Math.min(100 * 2 ** failures, 5_000);
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** One connection, from start to end. Returns whether it ever listened. */
async function listenOnce(
  databaseUrl: string,
  { onChange, onUp, onDown, onHeartbeat, onTrouble }: ChangeListener,
  signal: AbortSignal,
): Promise<boolean> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: listenerName,
    connectionTimeoutMillis: 5_000,
    query_timeout: timeoutMs,
    keepAlive: true,
    // Notifications are lost with the server anyway: no need to wait for its disk.
    options: '-c synchronous_commit=off',
  });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
    client.once('end', resolve);
    client.on('error', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  let turn: Promise<unknown> = Promise.resolve();
  /** Runs after earlier queries: a connection does one thing at a time. */
  const runSequentially = <Result>(ask: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(ask);
    turn = result;
    return result;
  };
  const say = (payload: string) =>
    runSequentially(() =>
      client.query(`SELECT pg_notify('${acknowledgementChannel}', $1)`, [payload]),
    );
  // Announcements come in the order of their commits. So when an instance's own heartbeat comes back,
  // whatever was announced before it was sent has come too.
  const now = leaseClock();
  const heartbeats = new Map<string, number>();
  let hears = false;
  const heard = new RecentIds();
  let key: KeyObject | null = null;
  let checkingKey = false;
  // An unreadable announcement is forged, unless the key was replaced: then genuine ones may have
  // been dropped, and listening begins again.
  const checkKey = async () => {
    checkingKey = false;
    const present = await runSequentially(() => findPublicKey(client)).catch(() => null);
    if (present === null || key === null || !present.equals(key)) end();
  };
  client.on('notification', ({ channel, payload, processId }) => {
    if (channel === acknowledgementChannel) {
      const at = heartbeats.get(payload ?? '');
      // The driver knows its process, and its types do not.
      if (at === undefined || processId !== (client as { processID?: number }).processID) return;
      heartbeats.clear();
      hears = true;
      onHeartbeat?.(() => now() < at + leaseDuration);
      return;
    }
    const change = key === null ? null : readChange(payload, key);
    if (change === null) {
      if (!checkingKey) void sleep(checkKeyAfter, undefined, { ref: false }).then(checkKey);
      checkingKey = true;
      return;
    }
    // Any role that may listen may also repeat a notification.
    if (!heard.add(change.id)) return;
    const done = onChange(change.tags);
    const { ask } = change;
    if (ask !== undefined)
      Promise.resolve(done).then(
        () => say(`heard ${ask}`).catch(() => {}),
        () => {},
      );
  });
  let up = false;
  let wasOfUse = true;
  try {
    await client.connect();
    await checkConnection(client, readersConnection);
    key = await findPublicKey(client);
    if (key === null) return false;
    await client.query(`LISTEN ${changesChannel}; LISTEN ${acknowledgementChannel}`);
    up = true;
    onUp();
    const began = now();
    let checked = began;
    for (let count = 0; !signal.aborted; count += 1) {
      // A server delivers a session's own announcement before it answers the statement.
      if (!hears && count > 2 && now() - began > timeoutMs)
        throw announcementsLost('DATABASE_READER_URL');
      if (now() - checked > checkServerEvery) {
        await runSequentially(() => checkConnection(client, readersConnection));
        checked = now();
      }
      heartbeats.set(`pulse ${count}`, now());
      await say(`pulse ${count}`);
      const over = await Promise.race([
        ended.then(() => true),
        sleep(heartbeatInterval, false, { ref: false }),
      ]);
      if (over) break;
    }
    if (!signal.aborted) onTrouble?.(null);
  } catch (error) {
    // Whatever it was, the connection is of no use any more.
    const unfit = error instanceof ServerError ? error : null;
    // Tried again like one that was never there, and not at once.
    if (unfit !== null) wasOfUse = false;
    onTrouble?.(unfit);
  } finally {
    if (up) onDown();
    if (signal.aborted) await say('gone').catch(() => {});
    await client.end().catch(() => {});
  }
  return up && wasOfUse;
}
