import { type DeskNews, deskNewsPath } from '@viewpoints/working-copy/messages';

/** How long to wait before connecting again, in milliseconds: the first time, and at most. */
const wait = { first: 1000, most: 30_000 } as const;

/**
 * Receives desk news while the page is open, and reconnects when the connection breaks. Without a
 * connection, lists are still read at intervals.
 * @returns stops listening
 */
export function listenToDesk(on: { news: (news: DeskNews) => void; lost: () => void }): () => void {
  const address = new URL(deskNewsPath, window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  let socket: WebSocket | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    clearTimeout(timer);
    const own = new WebSocket(address);
    socket = own;
    own.onmessage = ({ data }) => {
      failures = 0;
      on.news(JSON.parse(String(data)) as DeskNews);
    };
    own.onclose = () => {
      if (socket !== own) return;
      socket = null;
      on.lost();
      const maxWait = Math.min(wait.first * 2 ** failures, wait.most);
      failures += 1;
      // Jitter, so that not all pages reconnect at once after a restart of the server.
      timer = setTimeout(connect, maxWait * (0.5 + Math.random() / 2));
    };
  };
  const connectNow = () => {
    if (socket === null) connect();
  };
  window.addEventListener('online', connectNow);
  connect();
  return () => {
    window.removeEventListener('online', connectNow);
    clearTimeout(timer);
    const last = socket;
    socket = null;
    last?.close();
  };
}
