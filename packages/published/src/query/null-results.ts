import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { jsonBuildObject, sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import { SearchedRegister } from '@viewpoints/domain/null-results/null-result';
import type { NullResultView } from '@viewpoints/domain/null-results/null-result-view';
import { directionOf } from '@viewpoints/domain/text/direction';
import { published } from './reader-tables.ts';

/** Most that one page shows: what is behind them is long past. */
const MOST = 500;

/**
 * What was looked for and not found, on an issue or of an actor: the newest of each actor on each
 * issue and of each setting first, then what was looked for earlier; each by when it was looked for, newest first.
 * Row-level security leaves out those whose actor or issue readers cannot see otherwise.
 */
export async function listPublishedNullResults(
  db: ReaderDatabase,
  { issueId, actorId }: { issueId?: string; actorId?: string },
): Promise<NullResultView[]> {
  const isCurrent = sql<boolean>`row_number() OVER (
    PARTITION BY n.actor_id, n.issue_id, n.register ORDER BY n.searched_to DESC, n.published_at DESC, n.id) = 1`;
  const all = published
    .selectFrom('published_null_result as n')
    .innerJoin('actor as a', 'a.id', 'n.actor_id')
    .innerJoin('issue as i', 'i.id', 'n.issue_id')
    .select((each) => [
      ...(['n.id', 'n.searched', 'n.language', 'n.register', 'n.as_of as asOf'] as const),
      'n.published_at as publishedAt',
      jsonBuildObject({
        slug: each.ref('a.slug'),
        name: each.ref('a.name'),
        kind: each.ref('a.kind'),
      }).as('actor'),
      jsonBuildObject({ slug: each.ref('i.slug'), name: each.ref('i.name') }).as('issue'),
      isCurrent.as('current'),
    ])
    .$if(issueId !== undefined, (query) => query.where('n.issue_id', '=', issueId ?? null))
    .$if(actorId !== undefined, (query) => query.where('n.actor_id', '=', actorId ?? null))
    .orderBy(isCurrent, 'desc')
    .orderBy('n.searched_to', 'desc')
    .orderBy('a.name')
    .orderBy('i.name')
    .orderBy('n.id')
    .limit(sql.lit(MOST));
  const rows = await selectRows(db, all, { unprepared: true });
  return rows.map(({ publishedAt, ...row }) => ({
    ...row,
    register: SearchedRegister.parse(row.register),
    direction: directionOf(row.language),
    publishedAt: instant(publishedAt),
  }));
}
