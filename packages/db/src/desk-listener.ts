import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** The payload of the triggers `notify_desk`: an id, and what it is of. */
export type DeskChange = {
  kind: 'update' | 'article' | 'account' | 'comments' | 'source';
  id: string;
};

export type DeskListener = {
  onChange: (change: DeskChange) => void;
  /** A message that an instance has sent, this one included. */
  onMessage: (payload: string) => void;
  /** Listening has begun, for the first time or again: earlier notifications may have been missed. */
  onUp: () => void;
};

export type DeskConnection = {
  stop: () => Promise<void>;
  /** Sends a message to every instance; one that cannot be sent now is lost. */
  send: (payload: string) => Promise<void>;
};

const channel = 'viewpoints_desk';
const messageChannel = 'viewpoints_desk_messages';

/** Longest payload of a NOTIFY, in bytes. */
export const longestPayload = 7999;

const pattern = /^(update|article|account|comments|source) ([0-9a-f-]{36})$/;

/**
 * Listens for changes at the desk, and reconnects if the database cannot be reached. `databaseUrl`
 * has to lead to the server itself: a pooler that shares connections loses notifications.
 */
export function listenAtDesk(databaseUrl: string, listener: DeskListener): DeskConnection {
  const stopping = new AbortController();
  const current: Current = { query: null };
  const running = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const wasUp = await listenOnce(databaseUrl, listener, current, stopping.signal);
      if (wasUp) failures = 0;
      const wait = Math.min(100 * 2 ** failures, 2_000);
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
    send: async (payload) => {
      // `listenOnce` notices a connection that fails, and connects again.
      await current.query?.('SELECT pg_notify($1, $2)', [messageChannel, payload]).catch(() => {});
    },
  };
}

/** The query function of the connection that listens now; null while there is none. */
type Current = { query: ((text: string, values?: string[]) => Promise<unknown>) | null };

/** Runs queries one after another over one client. */
function serialQueries(client: Client): NonNullable<Current['query']> {
  let last: Promise<unknown> = Promise.resolve();
  return (text, values) => {
    last = last.catch(() => {}).then(() => client.query(text, values));
    return last;
  };
}

/** One connection, from start to end. Returns whether it ever listened. */
async function listenOnce(
  databaseUrl: string,
  { onChange, onMessage, onUp }: DeskListener,
  current: Current,
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
  client.on('notification', ({ channel: source, payload = '' }) => {
    if (source === messageChannel) return onMessage(payload);
    const [, kind, id] = pattern.exec(payload) ?? [];
    if (kind !== undefined && id !== undefined) onChange({ kind: kind as DeskChange['kind'], id });
  });
  let up = false;
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}; LISTEN ${messageChannel}`);
    const query = serialQueries(client);
    current.query = query;
    up = true;
    onUp();
    while (!(await Promise.race([over.then(() => true), sleep(10_000, false, { ref: false })])))
      // A connection that is gone without a word is found by a question it does not answer.
      await query('SELECT 1');
  } catch {
    // Tried again.
  }
  current.query = null;
  await client.end().catch(() => {});
  return up;
}
