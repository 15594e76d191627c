import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { edgeCacheDuration, leaseDuration } from './acknowledgement-times.ts';
import { findPublicKey } from './announcement-key.ts';
import { trackerName } from './connection-names.ts';
import { acknowledgementChannel, changesChannel, readChange } from './notify.ts';

export type AcknowledgementTracker = {
  /**
   * Resolves once no reading site can show what was public before an announcement: each has
   * acknowledged it, or its lease has expired, so that it serves nothing cached. `ask` is from
   * `askedIn`. Never rejects.
   */
  waitForAll: (ask: string) => Promise<void>;
  close: () => Promise<void>;
};

/** After so long, a site that received nothing serves nothing old, and neither do its edge caches. */
const maxWait = leaseDuration + edgeCacheDuration;

/** Those who have not answered an announcement; null until it has come back itself. */
type Waiting = { missing: Set<number> | null; done: () => void; over: Promise<void> };

/**
 * Tracks the reading sites that listen for changes, known by their heartbeats. Announcements and
 * heartbeats arrive in the order of their commits, so the heartbeat of any site with an older page
 * in its cache arrives here before the announcement does.
 */
export function trackAcknowledgements(
  databaseUrl: string,
  /** Called after each announcement, and where some may have been missed. */
  { onAnnounced = () => {} }: { onAnnounced?: () => void } = {},
): AcknowledgementTracker {
  const stopping = new AbortController();
  const heartbeats = new Map<number, number>();
  const waitings = new Map<string, Waiting>();
  /** When listening began, on the clock that only goes forward; never while there is none. */
  let listeningSince = Number.POSITIVE_INFINITY;
  let key: KeyObject | null = null;

  const waitingFor = (ask: string): Waiting => {
    const known = waitings.get(ask);
    if (known !== undefined) return known;
    let done = () => {};
    const answered = new Promise<void>((resolve) => {
      done = resolve;
    });
    const over = Promise.race([answered, sleep(maxWait, undefined, { ref: false })]);
    const waiting: Waiting = { missing: null, done, over };
    waitings.set(ask, waiting);
    void over.finally(() =>
      sleep(maxWait, undefined, { ref: false }).then(() => waitings.delete(ask)),
    );
    return waiting;
  };

  const take = (channel: string, payload: string | undefined, process: number) => {
    const now = performance.now();
    if (channel === changesChannel) {
      const ask = key === null ? undefined : readChange(payload, key)?.ask;
      if (ask === undefined) return;
      onAnnounced();
      // Only who has listened for long enough knows of everybody.
      if (now - listeningSince < maxWait) return;
      const waiting = waitingFor(ask);
      // A repeated one is not a new announcement: anybody who may listen can repeat it.
      if (waiting.missing !== null) return;
      for (const [each, at] of heartbeats) if (at <= now - maxWait) heartbeats.delete(each);
      waiting.missing = new Set(heartbeats.keys());
      if (waiting.missing.size === 0) waiting.done();
    } else if (payload === 'gone') heartbeats.delete(process);
    else if (payload?.startsWith('heard ')) {
      const waiting = waitings.get(payload.slice('heard '.length));
      waiting?.missing?.delete(process);
      if (waiting?.missing?.size === 0) waiting.done();
    } else heartbeats.set(process, now);
  };

  const running = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const client = new Client({
        connectionString: databaseUrl,
        application_name: trackerName,
        connectionTimeoutMillis: 5_000,
        keepAlive: true,
      });
      const ended = new Promise<void>((resolve) => {
        client.once('end', resolve);
        client.on('error', () => resolve());
        stopping.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      client.on('notification', ({ channel, payload, processId }) =>
        take(channel, payload, processId),
      );
      try {
        await client.connect();
        key = await findPublicKey(client);
        await client.query(`LISTEN ${changesChannel}; LISTEN ${acknowledgementChannel}`);
        listeningSince = performance.now();
        failures = 0;
        onAnnounced();
        await ended;
      } catch {
        // Tried again; until then each waits as long as it takes to be sure.
      }
      listeningSince = Number.POSITIVE_INFINITY;
      heartbeats.clear();
      await client.end().catch(() => {});
      const wait = Math.min(100 * 2 ** failures, 5_000);
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    waitForAll: (ask) => waitingFor(ask).over,
    close: async () => {
      stopping.abort();
      await running;
    },
  };
}
