import { Failure } from '../failure.ts';
import { gather } from '../transfer/digest.ts';
import { BackupRecord, backupOf, recordName } from './backup-record.ts';
import type { BackupStore } from './store.ts';

/** A backup that is whole. */
export type Backup = { name: string; record: BackupRecord };

/** The backups of a store that are whole, oldest first. */
export async function listBackups(store: BackupStore): Promise<Backup[]> {
  const names = await store.list();
  const whole = names.filter((name) => {
    const backup = backupOf(name);
    return backup !== null && name === recordName(backup);
  });
  return Promise.all(
    whole.map(async (name) => ({
      name: backupOf(name) ?? '',
      record: await readRecord(store, name),
    })),
  );
}

/** @throws {Failure} if it is not as backups have it */
async function readRecord(store: BackupStore, name: string): Promise<BackupRecord> {
  const text = (await gather(store.read(name))).toString('utf8');
  const parsed = BackupRecord.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Failure(
    `${name} is damaged, or of another version of Viewpoints. Take that version, or put it elsewhere.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Removes what backups that were killed left behind. Nothing else may write to the store meanwhile. */
export async function removeUnfinished(store: BackupStore): Promise<void> {
  const names = await store.list();
  const whole = new Set(names.filter((name) => name.endsWith('/backup.json')));
  for (const name of names) {
    const backup = backupOf(name);
    const isPartOfNone = backup !== null && !whole.has(recordName(backup));
    if (isPartOfNone || /^media\/[^/]+\/[0-9a-f]{64}[.]part$/.test(name)) await store.remove(name);
  }
}

/**
 * Removes the oldest backups so that `keep` are left, and the pictures that none of these names. A backup loses its
 * record first: one that is removed half-way is none any more.
 * @returns how many backups were removed
 */
export async function removeOldBackups(store: BackupStore, keep: number): Promise<number> {
  const backups = await listBackups(store);
  const old = backups.slice(0, Math.max(0, backups.length - keep));
  for (const { name } of old) await store.remove(recordName(name));
  if (old.length > 0) await removeUnfinished(store);
  const named = new Set(
    (await listBackups(store)).flatMap(({ record }) => record.media.map(({ name }) => name)),
  );
  for (const name of await store.list())
    if (/^media\/[^/]+\/[0-9a-f]{64}$/.test(name) && !named.has(name)) await store.remove(name);
  return old.length;
}
