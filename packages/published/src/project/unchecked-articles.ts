import { allTables } from '@viewpoints/db/all-tables';
import { type EditorialDatabase, inTransaction, type Transaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import {
  type Expression,
  expressionBuilder,
  type SqlBool,
  sql,
} from '@viewpoints/db/generated/kysely';
import type { DB as Tables } from '@viewpoints/db/generated/tables';
import { precompiled } from '@viewpoints/db/query-builder';
import { selectFirstIn, selectRowsIn } from '@viewpoints/db/statement';
import { FOLD_VERSION } from '@viewpoints/domain/attribution/fold-mention';
import { countRows } from '../query/expressions.ts';

const eb = expressionBuilder<Tables & { a: Tables['published_article'] }, 'a'>();

/** Whether a published article `a` has no stored texts, or only ones folded by another version. */
export const isUnchecked: Expression<SqlBool> = precompiled(
  eb.not(
    eb.exists(
      allTables
        .selectFrom('public_text as t')
        .where('t.article_id', '=', eb.ref('a.id'))
        .where('t.fold', '=', sql.lit(FOLD_VERSION)),
    ),
  ),
);

/**
 * Published articles that are not checked yet, including retracted ones, by descending id; `before`
 * leaves out that id and higher ones.
 */
export async function listUncheckedArticles(
  db: Transaction,
  { before, limit }: { before: string | null; limit: number },
): Promise<string[]> {
  const unchecked = allTables
    .selectFrom('published_article as a')
    .select('a.id')
    .where(isUnchecked)
    .$if(before !== null, (query) => query.where('a.id', '<', before))
    .orderBy('a.id', 'desc')
    .limit(limit);
  const rows = await selectRowsIn(db, unchecked);
  return rows.map(({ id }) => id);
}

/** How many published articles are not checked yet. */
export async function countUncheckedArticles(db: Transaction): Promise<number> {
  const counted = allTables
    .selectFrom('published_article as a')
    .select(countRows.as('count'))
    .where(isUnchecked);
  const row = await selectFirstIn(db, counted);
  return row?.count ?? 0;
}

/**
 * Enqueues jobs that check everything published before its texts were stored; does nothing if there
 * is none, or if the job is already waiting.
 */
export async function enqueueCheck(db: EditorialDatabase): Promise<void> {
  if ((await countUncheckedArticles(db)) === 0) return;
  await inTransaction(db, (tx) => addJob(tx, 'check_articles', {}, { key: 'check_articles' }));
}
