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

/** Whether no texts of a published article `a` are kept, or only such as another version folded. */
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
 * Published articles that nobody has checked yet, retracted ones among them, by id from the last
 * on; `before` leaves out that id and those after it.
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

/** How many published articles nobody has checked yet. */
export async function countUncheckedArticles(db: Transaction): Promise<number> {
  const counted = allTables
    .selectFrom('published_article as a')
    .select(countRows.as('count'))
    .where(isUnchecked);
  const row = await selectFirstIn(db, counted);
  return row?.count ?? 0;
}

/**
 * Has everything that was published before its texts were kept checked in jobs; nothing where there
 * is none, or where the job waits already.
 */
export async function enqueueCheck(db: EditorialDatabase): Promise<void> {
  if ((await countUncheckedArticles(db)) === 0) return;
  await inTransaction(db, (tx) => addJob(tx, 'check_articles', {}, { key: 'check_articles' }));
}
