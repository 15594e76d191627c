import { closeDevice, countOnDevice, forgetAccount } from './device-store.ts';

/**
 * Pages of one browser that are open at the same time, and who is signed in there. They tell each
 * other when somebody is about to leave (so that what is written is saved first), has left, or
 * is somebody else.
 */

type Message =
  | { kind: 'save' | 'signed_out'; accountId: string }
  /** A page has been opened by this account. */
  | { kind: 'opened'; accountId: string };

const channelName = 'viewpoints-session';

/** Tells this page from others: what it says comes back to it as well. */
const thisPage = Math.random();

/** How long, in milliseconds, open pages have to save before somebody who leaves is asked. */
const PATIENCE = 3000;
const PAUSE = 100;

const savers = new Set<() => Promise<void>>();

/** Has what this page writes saved when somebody is about to leave; answers how to take it back. */
export function onLeaving(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

const saveHere = () => Promise.allSettled([...savers].map((save) => save()));

function tell(message: Message): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ ...message, from: thisPage });
  channel.close();
}

/** Saves what is written in any page of this browser; answers how much is left unsaved. */
export async function saveEverywhere(accountId: string): Promise<number> {
  tell({ kind: 'save', accountId });
  const until = Date.now() + PATIENCE;
  await Promise.race([saveHere(), pause(PATIENCE)]);
  let left = await countOnDevice(accountId);
  while (left > 0 && Date.now() < until) {
    await pause(PAUSE);
    left = await countOnDevice(accountId);
  }
  return left;
}

/** Forgets all that is kept of an account that has signed out, here and in every other page. */
export async function leaveDevice(accountId: string): Promise<void> {
  closeDevice();
  await forgetAccount(accountId);
  tell({ kind: 'signed_out', accountId });
}

/**
 * Hears of other pages, and tells them who opened this one. `left` is called once this page's account
 * has signed out in another page, or another account has signed in.
 */
export function watchOtherPages(accountId: string, left: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message & { from: number }>) => {
    if (data.from === thisPage) return;
    const isMine = data.accountId === accountId;
    if (data.kind === 'save' && isMine) void saveHere();
    const hasLeft = (data.kind === 'signed_out' && isMine) || (data.kind === 'opened' && !isMine);
    if (!hasLeft) return;
    closeDevice();
    void forgetAccount(accountId).finally(left);
  };
  tell({ kind: 'opened', accountId });
  return () => channel.close();
}

const pause = (milliseconds: number) =>
  new Promise<void>((done) => {
    setTimeout(done, milliseconds);
  });
