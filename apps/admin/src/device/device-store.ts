import { createStore, delMany, entries, keys, set, type UseStore } from 'idb-keyval';

/**
 * Unsaved drafts in this browser's IndexedDB. Each entry belongs to an account and is deleted when
 * that account signs out here or another one signs in; see `device-session.ts`.
 */

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('viewpoints-device', 'kept');
  return opened;
};

/** Set once the account of this page has signed out: later writes are dropped. */
let closed = false;

const nameOf = (accountId: string, parts: readonly string[]): string =>
  [accountId, ...parts].join(' ');

/** Writes a value under an account and a name; rejects if the browser refuses. */
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

/** Entries of an account whose names begin with these parts. */
export async function listOnDevice<Value>(
  accountId: string,
  parts: readonly string[],
): Promise<{ parts: string[]; value: Value }[]> {
  const beginning = `${nameOf(accountId, parts)} `;
  return (await entries<string, Value>(store())).flatMap(([name, value]) =>
    name.startsWith(beginning) ? [{ parts: name.split(' ').slice(1), value }] : [],
  );
}

/** Number of entries of an account. */
export async function countOnDevice(accountId: string): Promise<number> {
  return (await keys<string>(store())).filter((name) => name.startsWith(`${accountId} `)).length;
}

/** Deletes all entries of an account. */
export const deleteAccountEntries = (accountId: string): Promise<void> =>
  removeWhere((name) => name.startsWith(`${accountId} `));

/** Deletes all entries of every other account. */
export const deleteOtherAccounts = (accountId: string): Promise<void> =>
  removeWhere((name) => !name.startsWith(`${accountId} `));

async function removeWhere(isPicked: (name: string) => boolean): Promise<void> {
  const picked = (await keys<string>(store())).filter(isPicked);
  if (picked.length > 0) await delMany(picked, store());
}

/** Drops all further writes of this page. */
export function closeStore(): void {
  closed = true;
}

export const isStoreClosed = (): boolean => closed;
