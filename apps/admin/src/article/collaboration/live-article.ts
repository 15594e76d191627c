import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import type { Extension } from '@tiptap/core';
import { closeCodes, collaborationPath, type DeskMessage } from '@viewpoints/working-copy/messages';
import { PacedProvider } from '@viewpoints/working-copy/paced-provider';
import {
  fieldsOf,
  readShared,
  type SharedContent,
  writeField,
  writeShared,
} from '@viewpoints/working-copy/shared-content';
import {
  type FollowedAuthors,
  followAuthors,
} from '@viewpoints/working-copy/suggestions/suggestion-authors';
import * as Y from 'yjs';
import { listOnDevice } from '../../device/device-store.ts';
import type { HeldCopy } from '../saving/held-copies.ts';
import type { PersonHere } from './cursors.ts';
import { holdBack } from './hold-back.ts';
import { type KeptChange, openLiveCopies } from './live-copies.ts';
import { sharedText } from './shared-text.ts';

export type LiveStatus =
  /** The server has stored everything. */
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** There is no connection, or nothing comes over it; whether something is only on this device. */
  | { kind: 'offline'; unsaved: boolean }
  /** The server refused the changes: they are sent again with the next one. */
  | { kind: 'refused'; problem: Refused }
  | { kind: 'signed_out' }
  | { kind: 'not_visible' }
  /** The page is too old to write in the document; whether something is only on this device. */
  | { kind: 'outdated'; unsaved: boolean };

export type Refused = { code: 'refused'; title: string; reasons: Reasons; next: null };
type Reasons = Extract<DeskMessage, { kind: 'refused' }>['reasons'];

/** The fields of the shared document but its text, which the editor has. */
export type LiveFields = Omit<SharedContent, 'body'>;

/** What the server reports to a page besides changes of the document and its fields. */
export type News = 'stored' | 'step' | 'comments' | 'signed_out' | 'not_visible' | 'outdated';

/** An article that is open for writing together. */
export type LiveArticle = {
  status: () => LiveStatus;
  /** Calls back when the status has changed, or who is here. */
  subscribe: (listener: () => void) => () => void;
  /** The save that everything here has, at least. */
  save: () => number;
  /** The fields as they were typed; changes of them. */
  fields: () => LiveFields;
  onFields: (listener: () => void) => () => void;
  /** Everything that the document says; null if no schema accepts it. */
  content: () => SharedContent | null;
  write: <Field extends keyof LiveFields>(field: Field, value: LiveFields[Field]) => void;
  /** Makes the document say something else, by the smallest change. */
  writeAll: (content: SharedContent) => void;
  /** Whether everything that was written here is stored. */
  isStored: () => boolean;
  /** Resolves once everything is stored; rejects with what is in the way. */
  flush: () => Promise<void>;
  /** Tries again at once. */
  resume: () => void;
  /** Calls back when a change was stored, or after a workflow step or a comment. */
  onNews: (listener: (news: News) => void) => () => void;
  /** Others with the article open, by name; the same array until that changes. */
  people: () => readonly PersonHere[];
  suggestionAuthors: FollowedAuthors;
  editing: Extension;
  /** What closed pages left and this document cannot have. */
  held: readonly HeldCopy[];
  keepNow: () => Promise<void>;
  destroy: () => void;
};

/** A connection that can be closed at once. Without a network a browser notices the end only after a while. */
class Connection extends HocuspocusProviderWebsocket {
  /**
   * Sends nothing while there is no connection: a new one sends all that the server lacks anyway.
   * Queued messages would be acknowledged too, and the page would count its words as stored too early.
   */
  override send(message: Parameters<HocuspocusProviderWebsocket['send']>[0]): void {
    if (this.webSocket?.readyState === WebSocket.OPEN) super.send(message);
  }
  closeNow(): void {
    this.disconnect();
    if (this.status === WebSocketStatus.Connected)
      this.emit('close', { event: { code: 1000, reason: 'closed at once' } });
  }
}

/**
 * Milliseconds until a change is sent, with what else is written in the same moment. While the server
 * stores one, what is written goes together anyway.
 */
const flushDelay = 1;
const keepAfter = 200;
const retryAfter = 1000;
const flushTimeout = 10_000;
/**
 * Milliseconds in which the server answers a change, or something else comes from it. After a sleep or in a
 * tunnel a browser takes a dead connection for a living one, until it is closed half a minute later.
 */
const silenceTimeout = 4000;

/** Connects to the shared document of an article; resolves to null if that cannot be had now. */
export async function openLiveArticle(
  { articleId, accountId }: { articleId: string; accountId: string },
  signal: AbortSignal,
): Promise<LiveArticle | null> {
  if (signal.aborted) return null;
  const live = connect(articleId, accountId);
  const isLate = new Promise<false>((resolve) =>
    signal.addEventListener('abort', () => resolve(false), { once: true }),
  );
  if (await Promise.race([live.opened, isLate])) return live;
  live.destroy();
  return null;
}

function connect(articleId: string, accountId: string): LiveArticle & { opened: Promise<boolean> } {
  const shared = new Y.Doc();
  const copies = openLiveCopies(accountId, articleId);
  const address = new URL(collaborationPath(articleId), window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const opening = Promise.withResolvers<boolean>();
  const listeners = new Set<() => void>();
  const newsListeners = new Set<(news: News) => void>();
  let save = 0;
  let isConnected = false;
  let isOpened = false;
  let isDestroyed = false;
  /** Refused changes are being sent again, over another connection. */
  let isRetrying = false;
  let refused: Refused | null = null;
  let ended: 'signed_out' | 'not_visible' | 'outdated' | null = null;
  /** The server's state when it had everything. */
  let acknowledged = Y.encodeStateVector(shared);
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;
  let restored: KeptChange[] = [];
  const held: HeldCopy[] = [];

  const tell = () => {
    const next = statusNow();
    // The same object while nothing changed, so that the screen does not render again.
    if (JSON.stringify(next) !== JSON.stringify(status)) status = next;
    for (const listener of listeners) listener();
  };
  const emitNews = (news: News) => {
    for (const listener of newsListeners) listener(news);
  };
  const closeNow = () => websocketProvider.closeNow();
  /** A page that is out of date stays so until it is reloaded. */
  const connectAgain = () => {
    if (ended !== 'outdated') void websocketProvider.connect();
  };
  const websocketProvider = new Connection({
    url: address.href,
    // Both: a delay below the least one is never over.
    ...{ delay: 500, minDelay: 250, maxDelay: 5000, factor: 1.5 },
    autoConnect: false,
  });
  const provider = new PacedProvider({
    ...{ name: articleId, document: shared, websocketProvider, flushDelay },
    onSynced: () => {
      isConnected = true;
      ended = null;
      tell();
    },
    onUnsyncedChanges: ({ number }) => {
      if (number === 0 && provider.synced) onStored();
      if (silenceTimer === undefined) expectAnswer();
      tell();
    },
    onMessage: () => {
      const wasSilent = isSilent;
      expectAnswer();
      if (wasSilent) tell();
    },
    onStateless: ({ payload }) => hear(JSON.parse(payload) as DeskMessage),
    onAuthenticationFailed: () => opening.resolve(false),
    onClose: ({ event }) => {
      isConnected = false;
      opening.resolve(false);
      if (event.code === closeCodes.signedOut) ended = 'signed_out';
      if (event.code === closeCodes.notVisible) ended = 'not_visible';
      if (event.code === closeCodes.outdated) {
        ended = 'outdated';
        closeNow();
      }
      if (ended !== null) emitNews(ended);
      tell();
    },
    onAwarenessChange: () => {
      const here = peopleHere();
      if (here.map(({ id }) => id).join() === people.map(({ id }) => id).join()) return;
      people = here;
      tell();
    },
  });
  const { awareness } = provider;
  if (awareness === null) throw new Error('the provider was given no awareness');

  const peopleHere = (): PersonHere[] => {
    const users = [...awareness.getStates().values()].flatMap(({ user }) =>
      user && user.id !== accountId ? [user as PersonHere] : [],
    );
    const byId = new Map(users.map((user) => [user.id, user]));
    return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  };
  let people: readonly PersonHere[] = [];

  const isStored = () => provider.unsyncedChanges === 0;
  const statusNow = (): LiveStatus => {
    if (ended !== null) return { kind: ended, unsaved: !isStored() };
    if (refused !== null && !isStored()) return { kind: 'refused', problem: refused };
    if (!isConnected || (isSilent && !isStored())) return { kind: 'offline', unsaved: !isStored() };
    return { kind: isStored() ? 'saved' : 'saving' };
  };
  let status = statusNow();

  /** Waits for the next message of the server, if something is to be stored. */
  const expectAnswer = () => {
    clearTimeout(silenceTimer);
    isSilent = false;
    const onSilence = () => {
      isSilent = true;
      tell();
    };
    silenceTimer = isStored() ? undefined : setTimeout(onSilence, silenceTimeout);
  };
  const onStored = () => {
    refused = null;
    isRetrying = false;
    acknowledged = Y.encodeStateVector(shared);
    clearTimeout(keepTimer);
    keepTimer = undefined;
    void copies.release().catch(() => {});
    if (restored.length > 0) void copies.releaseAbandoned(restored).catch(() => {});
    restored = [];
    if (isOpened) return;
    isOpened = true;
    opening.resolve(true);
  };
  const showNotTaken = async (words: string[]) =>
    (await import('./words-not-taken.ts')).showNotTaken({ accountId, articleId }, words);
  const hear = (message: DeskMessage) => {
    if (message.kind === 'stored') {
      save = Math.max(save, message.save);
      emitNews('stored');
    } else if (message.kind === 'not_taken') showNotTaken(message.words).catch(reportError);
    else if (message.kind === 'step' || message.kind === 'comments') emitNews(message.kind);
    else {
      const { title, reasons } = message;
      refused = { code: 'refused', title, reasons, next: null };
      isRetrying = false;
      tell();
    }
  };
  const keepNow = async () => {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    if (!isStored()) await copies.keep(Y.encodeStateAsUpdate(shared, acknowledged));
  };
  /** A new connection sends all that the server lacks, as one change. */
  const reconnect = () => {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    isRetrying = true;
    closeNow();
    connectAgain();
  };
  const onWritten = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    keepTimer ??= setTimeout(() => void keepNow().catch(() => {}), keepAfter);
    if (refused !== null) retryTimer ??= setTimeout(reconnect, retryAfter);
  };
  shared.on('update', onWritten);
  window.addEventListener('offline', closeNow);
  window.addEventListener('online', connectAgain);
  awareness.setLocalState({ cursor: null });
  provider.attach();
  connectAgain();

  /** Applies what pages that are closed by now could not send. */
  const restore = async () => {
    if ((await listOnDevice(accountId, ['not-taken', articleId])).length > 0)
      await showNotTaken([]);
    if (provider.authorizedScope !== 'read-write') return;
    for (const kept of await copies.abandoned()) {
      const heldCopy = holdBack(shared, kept, copies.nameOf(kept.page));
      if (heldCopy === null) {
        restored.push(kept);
        provider.restore(kept.change);
      } else held.push(heldCopy);
    }
    if (isStored()) onStored();
  };

  return {
    opened: opening.promise.then(async (isOpen) => {
      if (isOpen) await restore().catch(() => {});
      return isOpen;
    }),
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    save: () => save,
    fields: () => fieldsOf(shared),
    onFields: (listener) => {
      const parts = [
        shared.getText('headline'),
        shared.getText('standfirst'),
        shared.getText('section'),
      ];
      for (const part of parts) part.observe(listener);
      shared.getMap('details').observe(listener);
      return () => {
        for (const part of parts) part.unobserve(listener);
        shared.getMap('details').unobserve(listener);
      };
    },
    content: () => readShared(shared).data ?? null,
    write: (field, value) => writeField(shared, field, value as SharedContent[typeof field]),
    writeAll: (content) => writeShared(shared, content),
    isStored,
    flush: async () => {
      provider.flushPendingUpdates();
      if (refused !== null) reconnect();
      const until = Date.now() + flushTimeout;
      while (!isStored()) {
        if (status.kind === 'refused' && !isRetrying) throw status.problem;
        if (!isConnected && !isRetrying) throw new TypeError('There is no connection.');
        if (Date.now() > until) throw new TypeError('The server does not answer.');
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer);
            listeners.delete(done);
            resolve();
          };
          const timer = setTimeout(done, 250);
          listeners.add(done);
        });
      }
    },
    resume: reconnect,
    onNews: (listener) => {
      newsListeners.add(listener);
      return () => newsListeners.delete(listener);
    },
    people: () => people,
    suggestionAuthors: followAuthors(shared),
    editing: sharedText(shared.getXmlFragment('body'), awareness, (listener) => {
      provider.on('message', listener);
      return () => void provider.off('message', listener);
    }),
    held,
    keepNow,
    destroy: () => {
      if (isDestroyed) return;
      isDestroyed = true;
      opening.resolve(false);
      clearTimeout(keepTimer);
      clearTimeout(retryTimer);
      clearTimeout(silenceTimer);
      window.removeEventListener('offline', closeNow);
      window.removeEventListener('online', connectAgain);
      void keepNow()
        .catch(() => {})
        .finally(copies.leave);
      provider.destroy();
      websocketProvider.destroy();
      listeners.clear();
      newsListeners.clear();
    },
  };
}
