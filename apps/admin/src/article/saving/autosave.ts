/** Where the latest changes are. `kept` means on this device, not yet on the server. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** There is no connection to write together, and nothing that would have to be sent. */
  | { kind: 'disconnected' }
  /** The server could not take it for now; it is retried automatically. */
  | { kind: 'waiting'; error: unknown }
  /** Another editor saved since: nothing is sent until the user has looked. */
  | { kind: 'stale'; error: unknown }
  /** The page is too old to write; whether something is only on this device. */
  | { kind: 'outdated'; unsaved: boolean }
  | { kind: 'failed'; error: unknown };

export type Failure = 'stale' | 'may_pass' | 'refused';

export type AutosavePorts = {
  /** Sends everything as it is now, over the save that it names; gives the number of the new save. */
  send: (seen: number) => Promise<number>;
  /** Writes everything as it is now to this device. */
  keep: (seen: number) => Promise<void>;
  /** The server has it all: the copy on this device may go. */
  release: () => Promise<void>;
  failureOf: (error: unknown) => Failure;
};

export type Autosave = {
  status: () => SaveStatus;
  subscribe: (listener: () => void) => () => void;
  /** Something was written. */
  change: () => void;
  /** Saves now. Resolves once the server has everything; rejects with the reason if it cannot. */
  flush: () => Promise<void>;
  /** Writes to this device now, e.g. as the page is left. */
  keepNow: () => Promise<void>;
  /** The number of the save that the next write names. */
  seen: () => number;
  /** Goes on from another save, after a person has looked at what it changed. */
  rebase: (seen: number, options: { unsaved: boolean }) => void;
  /** Tries again at once: the network is back. */
  resume: () => void;
  destroy: () => void;
};

/** In milliseconds: after a pause in typing, and at the latest; on this device far sooner. */
const PAUSE = 1000;
const AT_MOST = 8000;
const KEEP_PAUSE = 200;
const RETRY = { first: 2000, most: 30_000 };

/**
 * Saves by itself. One write is under way at a time, each names the save it saw, and what is
 * written meanwhile goes with the next. Until the server has it, a copy is on this device.
 */
export function createAutosave(first: number, ports: AutosavePorts): Autosave {
  let seen = first;
  let status: SaveStatus = { kind: 'saved' };
  let written = 0;
  let stored = 0;
  let waitingSince: number | null = null;
  let retryAfter = RETRY.first;
  let sending: Promise<void> | null = null;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const say = (next: SaveStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };
  const schedule = (delay: number) => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => {
      // The end of the one that is under way schedules the next.
      if (sending === null) void save().catch(() => {});
    }, delay);
  };
  const keepNow = async () => {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    if (written > stored) await ports.keep(seen);
  };

  const send = async () => {
    const sent = written;
    say({ kind: 'saving' });
    try {
      seen = await ports.send(seen);
    } catch (error) {
      fail(error);
      if (status.kind === 'failed' && written > sent) schedule(PAUSE);
      throw error;
    }
    stored = sent;
    retryAfter = RETRY.first;
    waitingSince = null;
    if (written > stored) {
      say({ kind: 'unsaved' });
      schedule(PAUSE);
    } else {
      clearTimeout(keepTimer);
      await ports.release().catch(() => {});
      if (written === stored) say({ kind: 'saved' });
    }
  };
  const fail = (error: unknown) => {
    const failure = ports.failureOf(error);
    if (failure === 'stale') say({ kind: 'stale', error });
    else if (failure === 'refused') say({ kind: 'failed', error });
    else {
      say({ kind: 'waiting', error });
      schedule(retryAfter);
      retryAfter = Math.min(RETRY.most, retryAfter * 2);
    }
  };
  const save = async (): Promise<void> => {
    clearTimeout(saveTimer);
    while (sending) await sending.catch(() => {});
    if (written === stored) return;
    if (status.kind === 'stale') throw status.error;
    sending = send().finally(() => {
      sending = null;
    });
    return sending;
  };

  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: () => {
      written += 1;
      keepTimer ??= setTimeout(() => void keepNow().catch(() => {}), KEEP_PAUSE);
      if (status.kind === 'stale') return;
      if (status.kind !== 'waiting') {
        waitingSince ??= Date.now();
        const left = AT_MOST - (Date.now() - waitingSince);
        schedule(Math.max(0, Math.min(PAUSE, left)));
      }
      if (status.kind === 'saved' || status.kind === 'failed') say({ kind: 'unsaved' });
    },
    flush: async () => {
      while (written > stored) await save();
    },
    keepNow,
    seen: () => seen,
    rebase: (next, { unsaved }) => {
      seen = next;
      if (unsaved) {
        written += 1;
        say({ kind: 'unsaved' });
        schedule(0);
      } else {
        stored = written;
        clearTimeout(saveTimer);
        void ports.release().catch(() => {});
        say({ kind: 'saved' });
      }
    },
    resume: () => {
      if (status.kind !== 'waiting') return;
      retryAfter = RETRY.first;
      schedule(0);
    },
    destroy: () => {
      clearTimeout(saveTimer);
      clearTimeout(keepTimer);
      listeners.clear();
    },
  };
}
