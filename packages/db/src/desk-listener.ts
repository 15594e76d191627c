import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** What the triggers of `notify_desk` tell: an id, and of what it is. */
export type DeskChange = { kind: 'update' | 'article' | 'account' | 'comments'; id: string };

export type DeskListener = {
  onChange: (change: DeskChange) => void;
  /** Listening has begun, at first or again: what was told before that may have been missed. */
  onUp: () => void;
};

const channel = 'viewpoints_desk';
const pattern = /^(update|article|account|comments) ([0-9a-f-]{36})$/;

/**
 * Listens to what changes at the desk, and goes on trying where the database cannot be reached.
 * `databaseUrl` has to lead to the server itself: a pooler that shares connections loses what is told.
 * @returns stops listening
 */
export function listenAtDesk(databaseUrl: string, listener: DeskListener): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const wasUp = await listenOnce(databaseUrl, listener, stopping.signal);
      if (wasUp) failures = 0;
      const wait = Math.min(100 * 2 ** failures, 2_000);
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
  { onChange, onUp }: DeskListener,
  signal: AbortSignal,
): Promise<boolean> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-desk',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  const over = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  client.on('notification', ({ payload = '' }) => {
    const [, kind, id] = pattern.exec(payload) ?? [];
    if (kind !== undefined && id !== undefined) onChange({ kind: kind as DeskChange['kind'], id });
  });
  let up = false;
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    up = true;
    onUp();
    while (!(await Promise.race([over.then(() => true), sleep(10_000, false, { ref: false })])))
      // A connection that is gone without a word is found by a question it does not answer.
      await client.query('SELECT 1');
  } catch {
    // Tried again.
  }
  await client.end().catch(() => {});
  return up;
}
