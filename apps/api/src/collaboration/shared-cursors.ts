import {
  type Awareness,
  applyCursors,
  encodeCursors,
  forgetCursor,
  removeCursors,
} from '@viewpoints/working-copy/cursors';
import type { InstanceMessage } from './instance-messages.ts';

/** How long cursors are collected before they are sent to the other instances, in milliseconds. */
const collect = 80;

/** Most cursors in one message, so that it fits into a NOTIFY. */
const maxCursors = 4;

/** The origin of an update that another instance sent: Hocuspocus must not store anything for it. */
const fromElsewhere = { source: 'local', skipStoreHooks: true } as const;

/** The cursors in an article that is open here. */
type Open = {
  awareness: Awareness;
  /** Clients that are connected here. */
  own: Set<number>;
  /** Clients that are connected to other instances. */
  others: Map<string, Set<number>>;
  pending: Set<number>;
  collecting: NodeJS.Timeout | undefined;
};

type Changed = Record<'added' | 'updated' | 'removed', number[]>;

type Dependencies = {
  send: (message: InstanceMessage) => Promise<void>;
  /** Whether another instance has the article open: otherwise nothing is sent. */
  isElsewhere: (articleId: string) => boolean;
};

export type SharedCursors = {
  open: (articleId: string, awareness: Awareness) => void;
  close: (articleId: string) => void;
  /** To be called with the Yjs client of a page that has connected to this instance. */
  claim: (articleId: string, client: number) => void;
  receive: (from: string, message: Extract<InstanceMessage, { kind: 'cursors' }>) => void;
  /** Sends all cursors of this instance, for another that has just opened the article. */
  sendAll: (articleId: string) => void;
  /** Removes the cursors of another instance: in an article that it has closed, or in all. */
  removeInstance: (from: string, articleId?: string) => void;
};

/** Passes cursors on between the instances that have the same article open. */
export function createSharedCursors({ send, isElsewhere }: Dependencies): SharedCursors {
  const articles = new Map<string, Open>();
  let sending = Promise.resolve();

  const sendPending = async (articleId: string, open: Open): Promise<void> => {
    open.collecting = undefined;
    const clients = [...open.pending].filter((client) => open.awareness.meta.has(client));
    open.pending.clear();
    while (clients.length > 0) {
      const bytes = encodeCursors(open.awareness, clients.splice(0, maxCursors));
      await send({ kind: 'cursors', articleId, update: Buffer.from(bytes).toString('base64') });
    }
  };
  const scheduleSend = (articleId: string, open: Open, clients: Iterable<number>) => {
    for (const client of clients) open.pending.add(client);
    if (open.pending.size === 0) return;
    open.collecting ??= setTimeout(() => {
      sending = sending.then(() => sendPending(articleId, open));
    }, collect).unref();
  };
  const forgetElsewhere = (open: Open, client: number) => {
    for (const clients of open.others.values()) clients.delete(client);
  };

  return {
    open: (articleId, awareness) => {
      const open: Open = {
        ...{ awareness, own: new Set(), others: new Map() },
        ...{ pending: new Set(), collecting: undefined },
      };
      articles.set(articleId, open);
      awareness.on('update', ({ added, updated, removed }: Changed) => {
        const changed = isElsewhere(articleId) ? [...added, ...updated] : [];
        // Removals are always sent: an instance may have the cursor before it reports the article open.
        const clients = [...changed, ...removed].filter((client) => open.own.has(client));
        scheduleSend(articleId, open, clients);
        for (const client of removed) open.own.delete(client);
      });
      void send({ kind: 'opened', articleId });
    },
    close: (articleId) => {
      articles.delete(articleId);
    },
    claim: (articleId, client) => {
      const open = articles.get(articleId);
      if (open === undefined || open.own.has(client)) return;
      // Its page was connected to another instance, or to this one over another connection.
      forgetCursor(open.awareness, client);
      forgetElsewhere(open, client);
      open.own.add(client);
    },
    receive: (from, { articleId, update }) => {
      const open = articles.get(articleId);
      if (open === undefined) return;
      const assignClients = ({ added, updated, removed }: Changed) => {
        const clients = open.others.get(from) ?? new Set();
        open.others.set(from, clients);
        for (const client of removed) clients.delete(client);
        for (const client of [...added, ...updated]) {
          open.own.delete(client);
          clients.add(client);
        }
      };
      open.awareness.on('update', assignClients);
      applyCursors(open.awareness, Buffer.from(update, 'base64'), fromElsewhere);
      open.awareness.off('update', assignClients);
    },
    sendAll: (articleId) => {
      const open = articles.get(articleId);
      if (open === undefined) return;
      const here = [...open.own].filter((client) => open.awareness.getStates().has(client));
      scheduleSend(articleId, open, here);
    },
    removeInstance: (from, articleId) => {
      for (const [id, { awareness, others }] of articles) {
        const clients = others.get(from);
        if (clients === undefined || (articleId !== undefined && articleId !== id)) continue;
        others.delete(from);
        removeCursors(awareness, [...clients], fromElsewhere);
      }
    },
  };
}
