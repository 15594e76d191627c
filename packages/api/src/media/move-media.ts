import { createHash } from 'node:crypto';
import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { listStoredMediaIds, lockStoredMedia } from '@viewpoints/db/editorial/media-moving';
import { type MediaStore, readStored, StorageError } from '@viewpoints/pictures/store/media-store';

/** What became of pictures and files. */
export type MoveReport = {
  copied: number;
  /** Those that were there already, with the right bytes. */
  there: number;
  /** Ids of those that neither place has. */
  missing: string[];
  /** Ids of those whose bytes are not what was stored; they are left where they are. */
  damaged: string[];
};

type Places = { from: MediaStore; to: MediaStore };
type Outcome = 'copied' | 'there' | 'missing' | 'damaged' | 'gone';

const batch = 100;
/** How long one picture may take, in milliseconds. */
const timeout = 300_000;

/**
 * Copies pictures and files from one place to another while they are in use, and reads each back. Begun again after a
 * kill, it copies what is not there yet.
 */
export async function copyMedia(
  editorial: EditorialDatabase,
  places: Places,
  onProgress: (done: number) => void,
): Promise<MoveReport> {
  const report: MoveReport = { copied: 0, there: 0, missing: [], damaged: [] };
  let done = 0;
  for await (const id of idsOf(editorial)) {
    const outcome = await underLock(editorial, id, (sha256) => copyOne(places, id, sha256));
    if (outcome === 'copied' || outcome === 'there') report[outcome] += 1;
    if (outcome === 'missing' || outcome === 'damaged') report[outcome].push(id);
    done += 1;
    onProgress(done);
  }
  return report;
}

/**
 * Removes from one place what the other has with the right bytes; each is looked at once more.
 * @returns how many were removed
 */
export async function removeMoved(
  editorial: EditorialDatabase,
  { from, to }: Places,
  onProgress: (done: number) => void,
): Promise<number> {
  let removed = 0;
  for await (const id of idsOf(editorial)) {
    const isRemoved = await underLock(editorial, id, async (sha256) => {
      if (!(await isAt(from, id)) || hashOf(await readStored(to, id)) !== sha256) return false;
      await from.doubt(id);
      await from.remove(id);
      return !(await isAt(from, id));
    });
    if (isRemoved === true) removed += 1;
    onProgress(removed);
  }
  return removed;
}

async function* idsOf(editorial: EditorialDatabase): AsyncGenerator<string> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await listStoredMediaIds(editorial, { after, limit: batch });
    yield* ids;
    after = ids.at(-1) ?? null;
    if (ids.length < batch) return;
  }
}

/** Otherwise bytes that were cleaned or deleted meanwhile would come back. */
function underLock<T>(
  editorial: EditorialDatabase,
  id: string,
  work: (sha256: string) => Promise<T>,
): Promise<T | 'gone'> {
  return inTransaction(
    editorial,
    async (tx) => {
      const sha256 = await lockStoredMedia(tx, id);
      return sha256 === null ? 'gone' : work(sha256);
    },
    { timeout },
  );
}

async function copyOne({ from, to }: Places, id: string, sha256: string): Promise<Outcome> {
  const there = await readStored(to, id);
  if (hashOf(there) === sha256) {
    // One that was killed may have left it undecided.
    await to.confirm(id);
    return 'there';
  }
  const bytes = await readStored(from, id);
  if (bytes === null) return there === null ? 'missing' : 'damaged';
  if (hashOf(bytes) !== sha256) return 'damaged';
  if (there === null) await to.write(id, bytes);
  else await to.replace(id, bytes);
  if (hashOf(await readStored(to, id)) !== sha256)
    throw new StorageError('incomplete', `${to.place} does not return what was written to it.`);
  await to.confirm(id);
  return 'copied';
}

async function isAt(store: MediaStore, id: string): Promise<boolean> {
  const file = await store.open(id);
  await file?.close();
  return file !== null;
}

const hashOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
