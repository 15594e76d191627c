import type { Connection } from '@hocuspocus/server';
import { accountJson } from '@viewpoints/api/input/json-limits';
import type { Seat } from '@viewpoints/api/working-copy/find-access';
import type { MeantMarks } from '@viewpoints/working-copy/marks/meant-marks';
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
  /** The marks that the next change means to change, if the page has reported them. */
  meant: MeantMarks | null;
  /** What it sent that is not dealt with yet. */
  waiting: { messages: Set<Uint8Array>; bytes: number };
  /** It was ended since too much waited. The page sends all of it again, so none of that is stored. */
  isOverrun: boolean;
  /** When what they wrote was last stored, by the clock of the process. */
  wroteAt: number;
  /** Ends it or looks again when its session runs out. */
  timer: NodeJS.Timeout | undefined;
};

/** Most connections in this process of one account, and of one article. */
export const maxConnections = { account: 30, article: 100 } as const;

/**
 * Most that may wait of what one connection sent, and what all of an account did, ended connections among them.
 * A page sends a change once the one before is stored; one that does not wait would fill the memory
 * while the database is slow.
 */
export const maxWaiting = {
  messages: 256,
  bytes: 2 * accountJson.bytes,
  ofAccount: 8 * accountJson.bytes,
} as const;

/** Messages of one connection: as many at once, and as many more in each second. */
const messageRate = { burst: 400, perSecond: 100 } as const;

export type Sockets = {
  add: (socket: Socket) => void;
  remove: (socket: Socket) => void;
  all: () => Socket[];
  of: (found: { accountId: string } | { articleId: string }) => Socket[];
  /** Whether there is room for another. */
  hasRoom: (accountId: string, articleId: string) => boolean;
  /** Counts a message that has come; false if too much waits, and it is not to be dealt with. */
  wait: (socket: Socket, message: Uint8Array) => boolean;
  /** Counts it as dealt with, if it was counted: what came before the document was open was not. */
  done: (socket: Socket, message: Uint8Array) => void;
  /** Counts all as dealt with that an ended connection sent: Hocuspocus does not report each message. */
  allDone: (socket: Socket) => void;
};

/** The connections of this process. */
export function createSockets(): Sockets {
  const open = new Set<Socket>();
  /** The bytes that wait of each account. */
  const waiting = new Map<string, number>();
  const count = ({ account }: Socket, bytes: number) => {
    const now = (waiting.get(account.id) ?? 0) + bytes;
    if (now > 0) waiting.set(account.id, now);
    else waiting.delete(account.id);
    return now;
  };
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
      of({ accountId }).length < maxConnections.account &&
      of({ articleId }).length < maxConnections.article,
    wait: (socket, message) => {
      const { waiting: own } = socket;
      const { length: bytes } = message;
      const isWithin =
        own.messages.size < maxWaiting.messages &&
        own.bytes + bytes <= maxWaiting.bytes &&
        (waiting.get(socket.account.id) ?? 0) + bytes <= maxWaiting.ofAccount;
      if (!isWithin) return false;
      own.messages.add(message);
      own.bytes += bytes;
      count(socket, bytes);
      return true;
    },
    done: (socket, message) => {
      if (!socket.waiting.messages.delete(message)) return;
      socket.waiting.bytes -= message.length;
      count(socket, -message.length);
    },
    allDone: (socket) => {
      count(socket, -socket.waiting.bytes);
      socket.waiting = { messages: new Set(), bytes: 0 };
    },
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
