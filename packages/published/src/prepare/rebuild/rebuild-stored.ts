import { allTables } from '@viewpoints/db/all-tables';
import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { selectFirstIn } from '@viewpoints/db/statement';
import { isRebuildName, type RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import { hasOlderPrograms } from './older-programs.ts';
import { type Rebuild, rebuilds } from './rebuilds.ts';

/**
 * Rebuilds what a changed SQL function or a migration requests, until the given number of articles is done, each in
 * a transaction of its own, which also marks it as done: after a crash it continues with the next
 * one. An editor is blocked only while their own article is rebuilt.
 * @returns whether there is more to do
 */
export async function rebuildStored(
  db: EditorialDatabase,
  name: RebuildName,
  limit: number,
): Promise<boolean> {
  for (let done = 0; done < limit; done += 1)
    if (!(await inTransaction(db, (tx) => rebuildNext(tx, name, rebuilds[name])))) return false;
  return true;
}

/** @returns whether there was an article left */
async function rebuildNext(
  tx: Transaction,
  name: RebuildName,
  { begin, next, rebuild }: Rebuild,
): Promise<boolean> {
  // Held until the end: a function that is changed meanwhile has it begun from the beginning after this.
  const waiting = allTables
    .selectFrom('pending_rebuild')
    .select('done_until as doneUntil')
    .where('name', '=', name)
    .forUpdate();
  const pending = await selectFirstIn(tx, waiting);
  if (pending === null) return false;
  const articleId = await next(tx, pending.doneUntil);
  if (articleId === null) {
    await tx.pendingRebuild.delete({ where: { name } });
    return false;
  }
  if (pending.doneUntil === null) await begin?.(tx);
  await lockArticles(tx, [articleId]);
  await rebuild(tx, articleId);
  await tx.pendingRebuild.update({ where: { name }, data: { doneUntil: articleId } });
  return true;
}

/**
 * Whether a rebuild has to wait, since programs of a version before run that could not read what it
 * writes. Once it has begun it goes on: none of them starts again.
 */
export async function hasToWait(
  db: EditorialDatabase,
  name: RebuildName,
  options?: Parameters<typeof hasOlderPrograms>[1],
): Promise<boolean> {
  if (!rebuilds[name].afterOlderPrograms) return false;
  const pending = await db.pendingRebuild.findUnique({ where: { name } });
  return pending !== null && pending.doneUntil === null && (await hasOlderPrograms(db, options));
}

/** Has everything that waits to be rebuilt done by jobs. Queued twice, it is one job. */
export async function enqueueRebuilds(db: EditorialDatabase): Promise<void> {
  const pending = await db.pendingRebuild.findMany({ orderBy: { name: 'asc' } });
  for (const { name } of pending)
    if (isRebuildName(name)) await inTransaction(db, (tx) => enqueueRebuild(tx, name));
}

/** Has a rebuild begun, or gone on with, by a job; not before a time, where one is given. */
export async function enqueueRebuild(
  tx: Transaction,
  name: RebuildName,
  runAt?: Date,
): Promise<void> {
  const spec = { key: `rebuild_stored:${name}`, ...(runAt && { runAt }) };
  await addJob(tx, 'rebuild_stored', { name }, spec);
}
