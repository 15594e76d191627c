import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/** A change of the shared document of an article, as it is stored. */
export type StoredUpdate = { id: bigint; save: number; update: Uint8Array };

/** The shared document of an article, as it is stored: a state, and what was changed since. */
export type StoredCopy = {
  articleId: string;
  state: Uint8Array;
  /** The save that the state is of. */
  save: number;
  /** The newest update that is in the state; 0 for none. */
  foldedId: bigint;
  /** The newest version of shared documents that has written it. */
  version: number;
  /** In the order in which they were made. */
  updates: StoredUpdate[];
};

/** The shared document of an article; null if it has none yet. */
export async function findCopy(tx: Transaction, articleId: string): Promise<StoredCopy | null> {
  return tx.articleCopy.findUnique({
    where: { articleId },
    include: {
      updates: { orderBy: { id: 'asc' }, select: { id: true, save: true, update: true } },
    },
  });
}

/** What has become of a stored document since one of its updates. */
export type CopyNews = Pick<StoredCopy, 'foldedId' | 'version'> & {
  /** That update, unless it is in the state by now, and those after it. */
  updates: StoredUpdate[];
};

/** The same document without its state, for who has it as it was at one of its updates; null if it has none. */
export async function findCopyNews(
  tx: Transaction,
  articleId: string,
  since: bigint,
): Promise<CopyNews | null> {
  const rows = await parseRowsIn(
    tx,
    CopyNewsRow,
    Prisma.sql`
    select c.folded_id as "foldedId", c.version,
           u.id, u.save, u.update
    from article_copy c
    left join article_update u on u.article_id = c.article_id and u.id >= ${since}
    where c.article_id = ${articleId}::uuid
    order by u.id`,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const { foldedId, version } = first;
  const updates = rows.flatMap(({ id, save, update }) =>
    id === null || save === null || update === null ? [] : [{ id, save, update }],
  );
  return { foldedId, version, updates };
}

const CopyNewsRow = z.object({
  foldedId: z.bigint(),
  version: z.number(),
  id: z.bigint().nullable(),
  save: z.number().nullable(),
  update: z.instanceof(Uint8Array).nullable(),
});

/** Stores the first state of a shared document. The article must be locked. */
export async function insertCopy(
  tx: Transaction,
  copy: { articleId: string; state: Uint8Array; save: number; version: number },
): Promise<void> {
  await tx.articleCopy.create({ data: bytesOf(copy) });
}

/** Raises the version of a stored document. The article must be locked. */
export async function raiseCopyVersion(
  tx: Transaction,
  articleId: string,
  version: number,
): Promise<void> {
  await tx.articleCopy.update({ where: { articleId }, data: { version } });
}

/**
 * Stores what a save changed of a shared document. The article must be locked: so the ids of its
 * updates are in the order of their commits, and who has read up to one has missed none.
 * @returns its id
 */
export async function insertUpdate(
  tx: Transaction,
  update: { articleId: string; save: number; update: Uint8Array; at: Date },
): Promise<bigint> {
  const { id } = await tx.articleUpdate.create({
    data: { ...update, update: new Uint8Array(update.update) },
    select: { id: true },
  });
  return id;
}

/** Stored changes of a shared document after an update, for a server that has it open. */
export type CopyChanges = {
  /** The newest update that is in them, and its save. */
  id: bigint;
  save: number;
  /** The version of the document that they are of, or a newer one. */
  version: number;
  updates: Uint8Array[];
};

/** The same, of a shared document as its writer stored it; null if it may lack some of them. */
export function changesAfter(
  { updates, foldedId, version }: StoredCopy,
  id: bigint,
): CopyChanges | null {
  const last = updates.at(-1);
  if (last === undefined || foldedId > id) return null;
  const newer = updates.filter((each) => each.id > id).map(({ update }) => update);
  return { id: last.id, save: last.save, version, updates: newer };
}

/** Stored changes of a shared document after an update; null if there are none. */
export async function findChangesAfter(
  db: Transaction,
  articleId: string,
  id: bigint,
): Promise<CopyChanges | null> {
  const rows = await db.articleUpdate.findMany({
    where: { articleId, id: { gt: id } },
    orderBy: { id: 'asc' },
    select: { id: true, save: true, update: true },
  });
  // Read after the updates: what of them was not there any more is in the state by then, and the version
  // is that of the newest of them at least.
  const copy = await db.articleCopy.findUnique({
    where: { articleId },
    select: { foldedId: true, version: true },
  });
  if (copy === null) return null;
  const folded = copy.foldedId > id ? await findState(db, articleId) : null;
  const last = rows.at(-1);
  const updates = rows.map(({ update }) => update);
  if (folded === null) {
    if (last === undefined) return null;
    return { id: last.id, save: last.save, version: copy.version, updates };
  }
  const newest = last !== undefined && last.id > folded.foldedId ? last : null;
  return {
    id: newest?.id ?? folded.foldedId,
    save: newest?.save ?? folded.save,
    version: folded.version,
    updates: [folded.state, ...updates],
  };
}

const findState = (db: Transaction, articleId: string) =>
  db.articleCopy.findUnique({
    where: { articleId },
    select: { state: true, save: true, foldedId: true, version: true },
  });

/** Replaces a stored state, and the updates that the new one has in it. The article must be locked. */
export async function replaceState(
  tx: Transaction,
  copy: { articleId: string; state: Uint8Array; save: number; foldedId: bigint },
): Promise<void> {
  const { articleId, foldedId } = copy;
  await tx.articleCopy.update({ where: { articleId }, data: bytesOf(copy) });
  await tx.articleUpdate.deleteMany({ where: { articleId, id: { lte: foldedId } } });
}

/** The newest save whose change was stored before this time; null if no change is that old. */
export async function findLastSaveBefore(
  tx: Transaction,
  articleId: string,
  time: Date,
): Promise<number | null> {
  const { _max } = await tx.articleUpdate.aggregate({
    where: { articleId, at: { lt: time } },
    _max: { save: true },
  });
  return _max.save;
}

/** Articles with a change that was stored before this time, the oldest first; 100 at most, of no newer version. */
export async function listCopiesChangedBefore(
  db: Transaction,
  { time, version }: { time: Date; version: number },
): Promise<string[]> {
  const rows = await db.articleUpdate.groupBy({
    by: ['articleId'],
    where: { at: { lt: time }, copy: { version: { lte: version } } },
    _min: { at: true },
    orderBy: { _min: { at: 'asc' } },
    take: 100,
  });
  return rows.map(({ articleId }) => articleId);
}

const bytesOf = <Copy extends { state: Uint8Array }>(copy: Copy) => ({
  ...copy,
  state: new Uint8Array(copy.state),
});
