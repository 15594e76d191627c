import { closeStore, countOnDevice, deleteAccountEntries } from './device-store.ts';

/**
 * Synchronises sign-out between the open tabs of one browser: all tabs save before it, and clear
 * the account's drafts after it. A tab of another account counts as a sign-out too.
 */

type Message =
  | { kind: 'save' | 'signed_out'; accountId: string }
  /** This account has opened a tab. */
  | { kind: 'opened'; accountId: string };

const channelName = 'viewpoints-session';

/** A channel delivers messages to other listeners of the same tab too; this id excludes them. */
const thisTab = Math.random();

/** Milliseconds that tabs have for saving before the user is prompted. */
const FLUSH_TIMEOUT = 3000;
const POLL_INTERVAL = 100;

const savers = new Set<() => Promise<void>>();

/** Registers a callback that saves before sign-out; returns how to unregister it. */
export function onSignOut(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

const saveThisTab = () => Promise.allSettled([...savers].map((save) => save()));

function broadcast(message: Message): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ ...message, from: thisTab });
  channel.close();
}

/** Saves in all tabs; returns how many drafts of the account are still unsaved. */
export async function flushAllTabs(accountId: string): Promise<number> {
  broadcast({ kind: 'save', accountId });
  const until = Date.now() + FLUSH_TIMEOUT;
  await Promise.race([saveThisTab(), pause(FLUSH_TIMEOUT)]);
  let left = await countOnDevice(accountId);
  while (left > 0 && Date.now() < until) {
    await pause(POLL_INTERVAL);
    left = await countOnDevice(accountId);
  }
  return left;
}

/** Deletes the drafts of an account that has signed out, in all tabs. */
export async function clearOnSignOut(accountId: string): Promise<void> {
  closeStore();
  await deleteAccountEntries(accountId);
  broadcast({ kind: 'signed_out', accountId });
}

/**
 * Listens to other tabs and announces this one. `onSignedOut` is called once this tab's account has
 * signed out in another tab, or another account has signed in there; `onSignedIn` when another tab
 * was opened with the session of this account.
 */
export function watchOtherTabs(
  accountId: string,
  heard: { onSignedOut: () => void; onSignedIn: () => void },
): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message & { from: number }>) => {
    if (data.from === thisTab) return;
    const isMine = data.accountId === accountId;
    if (data.kind === 'save' && isMine) void saveThisTab();
    if (data.kind === 'opened' && isMine) heard.onSignedIn();
    const hasLeft = (data.kind === 'signed_out' && isMine) || (data.kind === 'opened' && !isMine);
    if (!hasLeft) return;
    closeStore();
    void deleteAccountEntries(accountId).finally(heard.onSignedOut);
  };
  broadcast({ kind: 'opened', accountId });
  return () => channel.close();
}

const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds);
  });
