import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { changesChannel } from './notify.ts';

const Payload = z.object({ tags: z.array(z.string()) });

export type ChangeListener = {
  /** Something that readers see has changed. */
  onChange: (tags: string[]) => void;
  /** Announcements arrive from here on; those before may have been lost. */
  onUp: () => void;
  /** Announcements may be getting lost, until `onUp`. */
  onDown: () => void;
};

/** How often the connection is asked whether it is there: a silent one is noticed within twice this. */
const pulse = 5_000;

/**
 * Listens to what publishing transactions announce, for as long as the process lives: a lost
 * connection is tried again, at first at once and then every few seconds.
 * @returns what ends it
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

/** One connection, from its beginning to its end; tells whether it ever listened. */
async function listenOnce(
  databaseUrl: string,
  { onChange, onUp, onDown }: ChangeListener,
  signal: AbortSignal,
): Promise<boolean> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-listen',
    connectionTimeoutMillis: 5_000,
    query_timeout: pulse,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  client.on('notification', ({ payload }) => {
    const told = Payload.safeParse(parseJson(payload));
    if (told.success) onChange(told.data.tags);
  });
  let up = false;
  try {
    await client.connect();
    await client.query(`LISTEN ${changesChannel}`);
    up = true;
    onUp();
    while (!signal.aborted) {
      const over = await Promise.race([
        ended.then(() => true),
        sleep(pulse, false, { ref: false }),
      ]);
      if (over) break;
      await client.query('SELECT 1');
    }
  } catch {
    // Whatever it was, the connection is of no use any more.
  } finally {
    if (up) onDown();
    await client.end().catch(() => {});
  }
  return up;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
