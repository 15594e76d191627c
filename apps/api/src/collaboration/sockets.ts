import type { Connection } from '@hocuspocus/server';
import type { Seat } from '@viewpoints/api/working-copy/find-access';
import type { DeskMessage } from '@viewpoints/working-copy/messages';
import type { WebSocket } from 'ws';

/** One connection of an account that has an article open. */
export type Socket = {
  ws: WebSocket;
  seat: Seat;
  account: { id: string; name: string };
  kind: 'write' | 'read';
  /** The document's side of it, once it is joined. */
  connection: Connection | null;
  /** A change was refused: what builds on it is refused as well, until all is sent again. */
  isOutOfStep: boolean;
  /**
   * Changes that came before the page had sent all that the server lacked, and may build on that: they
   * are in it too, and acknowledged with it. Null from then on.
   */
  early: number | null;
  /** When what they wrote was last stored, by the clock of the process. */
  wroteAt: number;
  /** Ends it or looks again when its session runs out. */
  timer: NodeJS.Timeout | undefined;
};

/** Most connections in this process of one account, and of one article. */
export const mostConnections = { account: 30, article: 100 } as const;

/** Messages of one connection: as many at once, and as many more in each second. */
const messageRate = { burst: 400, perSecond: 100 } as const;

export type Sockets = {
  add: (socket: Socket) => void;
  remove: (socket: Socket) => void;
  all: () => Socket[];
  of: (found: { accountId: string } | { articleId: string }) => Socket[];
  /** Whether there is room for another. */
  hasRoom: (accountId: string, articleId: string) => boolean;
};

/** The connections of this process. */
export function createSockets(): Sockets {
  const open = new Set<Socket>();
  const of: Sockets['of'] = (found) =>
    [...open].filter(({ account, seat }) =>
      'accountId' in found ? account.id === found.accountId : seat.articleId === found.articleId,
    );
  return {
    add: (socket) => open.add(socket),
    remove: (socket) => {
      clearTimeout(socket.timer);
      open.delete(socket);
    },
    all: () => [...open],
    of,
    hasRoom: (accountId, articleId) =>
      of({ accountId }).length < mostConnections.account &&
      of({ articleId }).length < mostConnections.article,
  };
}

export const tell = ({ connection }: Socket, message: DeskMessage): void =>
  connection?.sendStateless(JSON.stringify(message));

/** Counts messages; false if there were too many lately. */
export function createMessageLimit(): () => boolean {
  let left: number = messageRate.burst;
  let since = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(messageRate.burst, left + ((now - since) / 1000) * messageRate.perSecond);
    since = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
