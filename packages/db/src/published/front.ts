import type { ChangeView, FrontView } from '@viewpoints/domain/articles/front-view';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import { listArticles } from './articles.ts';
import { findingColumns, findingRefOf, findingViewOf } from './finding-rows.ts';
import { listFindings } from './findings.ts';

const seconds = 4;
const briefs = 8;

/** The front page: the newest articles in three ranks, the newest findings and changes of mind. */
export async function getFront(db: ReaderDatabase): Promise<FrontView> {
  const [articles, latest, changes] = await Promise.all([
    listArticles(db, { cursor: null, limit: 1 + seconds + briefs }),
    listFindings(db, { cursor: null, limit: 6 }),
    listChanges(db, 4),
  ]);
  return {
    lead: articles.items[0] ?? null,
    seconds: articles.items.slice(1, 1 + seconds),
    briefs: articles.items.slice(1 + seconds),
    latestFindings: latest.items,
    changes,
  };
}

async function listChanges(db: ReaderDatabase, limit: number): Promise<ChangeView[]> {
  const rows = await db.publishedSupersession.findMany({
    where: { kind: 'position_change' },
    orderBy: [{ at: 'desc' }, { oldId: 'asc' }],
    take: limit,
    select: { at: true, old: { select: findingColumns }, new: { select: findingColumns } },
  });
  return rows.map((row) => ({
    kind: 'position_change',
    at: instant(row.at),
    was: findingRefOf(row.old),
    now: findingViewOf(row.new),
  }));
}
