import { allTables } from '@viewpoints/db/all-tables';
import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { selectFirstIn } from '@viewpoints/db/statement';
import { isRebuildName, type RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import { type Rebuild, rebuilds } from './rebuilds.ts';

/**
 * Rebuilds what a changed SQL function decided, until the given number of articles is done, each in
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

/** Has everything that waits to be rebuilt done by jobs. Queued twice, it is one job. */
export async function enqueueRebuilds(db: EditorialDatabase): Promise<void> {
  const pending = await db.pendingRebuild.findMany({ orderBy: { name: 'asc' } });
  for (const { name } of pending)
    if (isRebuildName(name)) await inTransaction(db, (tx) => enqueueRebuild(tx, name));
}

/** Has a rebuild begun, or gone on with, by a job. */
export async function enqueueRebuild(tx: Transaction, name: RebuildName): Promise<void> {
  await addJob(tx, 'rebuild_stored', { name }, { key: `rebuild_stored:${name}` });
}
