import { type Connection, Hocuspocus, OutgoingMessage } from '@hocuspocus/server';
import { needsOperator, problemOf } from '@viewpoints/api/problem';
import { isServerOutdated } from '@viewpoints/api/working-copy/find-own-copy';
import { openShared } from '@viewpoints/api/working-copy/open-shared';
import { isKnownVersion } from '@viewpoints/api/working-copy/server-outdated';
import { storeUpdates, type WrittenUpdate } from '@viewpoints/api/working-copy/store-updates';
import {
  type CopyChanges,
  changesAfter,
  findChangesAfter,
} from '@viewpoints/db/editorial/article-copies';
import { type ProblemCode, problems } from '@viewpoints/domain/problem';
import { applyWritten, type Letters, wordsOf } from '@viewpoints/working-copy/lost-letters';
import { readMarksMessage } from '@viewpoints/working-copy/marks/meant-marks';
import { closeCodes } from '@viewpoints/working-copy/messages';
import { applyChange } from '@viewpoints/working-copy/shared-document';
import type { Dependencies } from '../dependencies.ts';
import { nameAwareness } from './name-awareness.ts';
import type { SharedCursors } from './shared-cursors.ts';
import { type Socket, type Sockets, tell } from './sockets.ts';
import { createWriteQueue } from './write-queue.ts';

/** The data of a connection for hooks. */
type Joining = { socket: Socket; client: number | null };

/** How far a document that is open here has been read from the database. */
type Open = { id: bigint; pulling: Promise<void> };

/** Message types of Yjs's sync protocol: the sender's state, and what the receiver lacks. */
const syncStep = { hasState: 0, missing: 1 } as const;

/** Already stored: others who have the document open need not store it again. */
const fromDatabase = { source: 'local', skipStoreHooks: true } as const;

/** Problems that close a connection, rather than being sent to the writer as a correction. */
const ends: Partial<Record<ProblemCode, number>> = {
  signed_out: closeCodes.signedOut,
  not_found: closeCodes.notVisible,
  not_permitted: closeCodes.accessChanged,
  refused: closeCodes.accessChanged,
  unavailable: closeCodes.unavailable,
};

/** The client as which a page writes; null for one that has not sent its cursor yet. */
const clientOf = ({ connection }: Socket): number | null =>
  (connection?.context as Joining | undefined)?.client ?? null;

/** Acknowledges what came before the whole that it is a part of. */
function acknowledgeEarly(socket: Socket, connection: Connection): void {
  for (let left = socket.early ?? 0; left > 0; left -= 1)
    connection.send(
      new OutgoingMessage(connection.messageAddress).writeSyncStatus(true).toUint8Array(),
    );
  socket.early = null;
}

/** Ends the connections of pages that know less than a document may contain. */
function closeOutdated(found: readonly Socket[]): void {
  for (const { ws } of found) ws.close(closeCodes.outdated, 'outdated');
}

export type SharedDocuments = {
  hocuspocus: Hocuspocus<Joining>;
  /** Reads what was stored of an article since, where it is open here. */
  pull: (articleId: string) => Promise<void>;
  pullAll: () => void;
};

type Together = {
  sockets: Sockets;
  cursors: SharedCursors;
  /** Called when an article was written in. */
  onWritten: (articleId: string) => void;
};

/**
 * The shared documents that are open in this process. An update is stored before it is applied,
 * sent to others or acknowledged; updates stored by other instances are read from the database. No
 * update is only in memory.
 */
export function createSharedDocuments(
  { editorial, now, log }: Pick<Dependencies, 'editorial' | 'now' | 'log'>,
  { sockets, cursors, onWritten }: Together,
): SharedDocuments {
  const open = new Map<string, Open>();
  const write = createWriteQueue(async (articleId, updates) => {
    const { stored, notTaken } = await storeUpdates({ editorial, now }, articleId, updates);
    return notTaken.map((words) => ({ stored, words }));
  });

  /** Puts what was stored into the open document, which shows it to everybody. */
  const show = (articleId: string, changes: CopyChanges | null): void => {
    const at = open.get(articleId);
    const document = hocuspocus.documents.get(articleId);
    if (at === undefined || document === undefined) return;
    if (changes === null || changes.id <= at.id) return;
    // Pages of this version would delete what they do not know of it, and send that back.
    if (!isKnownVersion(changes.version)) {
      closeOutdated(sockets.of({ articleId }));
      return;
    }
    for (const update of changes.updates)
      tellUnseen(articleId, applyWritten(document, update, fromDatabase).unseen);
    at.id = changes.id;
    for (const socket of sockets.of({ articleId }))
      tell(socket, { kind: 'stored', save: changes.save });
  };
  /** Reports to their writers here the letters deleted with a text by an author who had not seen them. */
  const tellUnseen = (articleId: string, unseen: readonly Letters[]): void => {
    for (const [client, letters] of Map.groupBy(unseen, (each) => each.client)) {
      const words = wordsOf(letters);
      const writer = sockets.of({ articleId }).find((socket) => clientOf(socket) === client);
      if (writer !== undefined && words.length > 0) tell(writer, { kind: 'not_taken', words });
    }
  };
  const pullNow = async (articleId: string): Promise<void> => {
    const at = open.get(articleId);
    if (at === undefined) return;
    show(articleId, await findChangesAfter(editorial, articleId, at.id));
  };
  const pull = (articleId: string): Promise<void> => {
    const at = open.get(articleId);
    if (at === undefined) return Promise.resolve();
    const pulled = at.pulling.catch(() => {}).then(() => pullNow(articleId));
    at.pulling = pulled;
    return pulled;
  };

  /** Stores an update; false if it was not stored. */
  const store = async (
    socket: Socket,
    { update, meant }: Pick<WrittenUpdate, 'update' | 'meant'>,
  ): Promise<boolean> => {
    const { articleId, sessionId } = socket.seat;
    try {
      const { stored, words } = await write(articleId, { sessionId, update, meant });
      const changes = changesAfter(stored, open.get(articleId)?.id ?? stored.foldedId);
      if (changes === null) await pull(articleId);
      else show(articleId, changes);
      // Before it is acknowledged: until then the page keeps it.
      if (words.length > 0) tell(socket, { kind: 'not_taken', words });
      return true;
    } catch (error) {
      const { code, reasons } = problemOf(error);
      const forOperator = needsOperator({ reasons });
      if (code === 'unexpected' || forOperator)
        log.error(
          { err: error, part: 'collaboration' },
          forOperator ? 'whoever runs the server has to act' : 'not stored',
        );
      const close = isServerOutdated(error) ? closeCodes.outdated : ends[code];
      if (close !== undefined) socket.ws.close(close, code);
      else tell(socket, { kind: 'refused', title: problems[code][1], reasons });
      return false;
    }
  };

  const beforeSync = async ({
    type,
    payload,
    connection,
    context: { socket },
  }: {
    type: number;
    payload: Uint8Array;
    connection: Connection;
    context: Joining;
  }): Promise<void> => {
    if (type === syncStep.hasState) return;
    const { meant } = socket;
    socket.meant = null;
    // An update on a read-only connection is neither applied nor acknowledged.
    connection.readOnly = true;
    if (socket.kind !== 'write' || socket.isOverrun) return;
    if (type !== syncStep.missing && socket.early !== null) {
      socket.early += 1;
      return;
    }
    if (type !== syncStep.missing && socket.isOutOfStep) return;
    const isStored = await store(socket, { update: payload, meant });
    socket.isOutOfStep = !isStored;
    connection.readOnly = !isStored;
    if (isStored) acknowledgeEarly(socket, connection);
    // A page's first message is usually empty.
    if (!isStored || type === syncStep.missing) return;
    socket.wroteAt = performance.now();
    onWritten(socket.seat.articleId);
  };

  const hocuspocus: Hocuspocus<Joining> = new Hocuspocus<Joining>({
    name: 'viewpoints',
    quiet: true,
    timeout: 60_000,
    flushDelay: false,
    maxPendingDocuments: 1,
    onConnect: async ({ documentName, context: { socket }, connectionConfig }) => {
      // An error without a message: a refusal is none of the server's troubles.
      if (documentName !== socket.seat.articleId || socket.connection !== null)
        throw { reason: 'permission-denied' };
      connectionConfig.readOnly = socket.kind !== 'write';
    },
    onLoadDocument: async ({ documentName, document }) => {
      const { state, id } = await openShared({ editorial, now }, documentName).catch((error) => {
        if (!isServerOutdated(error)) throw error;
        closeOutdated(sockets.of({ articleId: documentName }));
        // An error without a message, as above.
        throw { reason: 'outdated' };
      });
      applyChange(document, state, fromDatabase);
      open.set(documentName, { id, pulling: Promise.resolve() });
      cursors.open(documentName, document.awareness);
    },
    connected: async ({ connection, documentName, context: { socket } }) => {
      socket.connection = connection;
      const save = await currentSave(documentName);
      if (save !== null) tell(socket, { kind: 'stored', save });
    },
    beforeSync,
    onStateless: async ({ connection, payload }) => {
      (connection.context as Joining).socket.meant = readMarksMessage(payload);
    },
    afterHandleMessage: async ({ context: { socket }, update }) => sockets.done(socket, update),
    beforeHandleAwareness: async ({ states, context, documentName }) => {
      if (context === undefined) return;
      const { client: before, socket } = context;
      context.client = nameAwareness(states, before, socket.account);
      if (before === null && context.client !== null) cursors.claim(documentName, context.client);
    },
    afterUnloadDocument: async ({ documentName }) => {
      open.delete(documentName);
      cursors.close(documentName);
    },
  });
  /** The save that a document has everything of. */
  const currentSave = async (articleId: string): Promise<number | null> => {
    const row = await editorial.article.findUnique({
      where: { id: articleId },
      select: { save: true },
    });
    await pull(articleId);
    return row?.save ?? null;
  };
  return {
    hocuspocus,
    pull,
    pullAll: () => {
      for (const articleId of open.keys()) void pull(articleId).catch(() => {});
    },
  };
}
