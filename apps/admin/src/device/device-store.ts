import { createStore, delMany, entries, keys, set, type UseStore } from 'idb-keyval';

/**
 * What a browser keeps of words that the server does not have yet. Each entry belongs to an account
 * and is gone when that account signs out here or another one signs in; see `device-session.ts`.
 */

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('viewpoints-device', 'kept');
  return opened;
};

/** Set once this page belongs to nobody any more: whatever it still tries to keep is dropped. */
let closed = false;

const nameOf = (accountId: string, parts: readonly string[]): string =>
  [accountId, ...parts].join(' ');

/** Keeps a value for an account, over the one of the same name; rejects where the browser refuses. */
export async function keepOnDevice(
  accountId: string,
  parts: readonly string[],
  value: unknown,
): Promise<void> {
  if (closed) return;
  await set(nameOf(accountId, parts), value, store());
}

export function releaseFromDevice(
  accountId: string,
  names: readonly (readonly string[])[],
): Promise<void> {
  return delMany(
    names.map((parts) => nameOf(accountId, parts)),
    store(),
  );
}

/** The values of an account whose names begin with these parts. */
export async function listOnDevice<Value>(
  accountId: string,
  parts: readonly string[],
): Promise<{ parts: string[]; value: Value }[]> {
  const beginning = `${nameOf(accountId, parts)} `;
  return (await entries<string, Value>(store())).flatMap(([name, value]) =>
    name.startsWith(beginning) ? [{ parts: name.split(' ').slice(1), value }] : [],
  );
}

/** How much of an account is kept here and nowhere else. */
export async function countOnDevice(accountId: string): Promise<number> {
  return (await keys<string>(store())).filter((name) => name.startsWith(`${accountId} `)).length;
}

/** Removes all that is kept of an account. */
export const forgetAccount = (accountId: string): Promise<void> =>
  removeWhere((name) => name.startsWith(`${accountId} `));

/** Removes all that is kept of any other account. */
export const forgetOthers = (accountId: string): Promise<void> =>
  removeWhere((name) => !name.startsWith(`${accountId} `));

async function removeWhere(isPicked: (name: string) => boolean): Promise<void> {
  const picked = (await keys<string>(store())).filter(isPicked);
  if (picked.length > 0) await delMany(picked, store());
}

/** From now on this page keeps nothing: the account it was opened by has left. */
export function closeDevice(): void {
  closed = true;
}

export const isDeviceClosed = (): boolean => closed;
