import type { ChangeView, FrontView } from '@viewpoints/domain/articles/front-view';
import { rankFront } from '@viewpoints/domain/articles/rank-front';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import { listArticles } from './articles.ts';
import {
  findingFields,
  type ReadFinding,
  readFindingRef,
  readFindingView,
} from './finding-rows.ts';
import { listFindings } from './findings.ts';

/** As many as the front page has room for. */
const ARTICLES = 18;

/** The front page: the newest articles by rank, the newest findings and changes of mind. */
export async function getFront(db: ReaderDatabase): Promise<FrontView> {
  const [articles, latest, changes] = await Promise.all([
    listArticles(db, { cursor: null, limit: ARTICLES, together: true }),
    listFindings(db, { cursor: null, limit: 6 }),
    listChanges(db, 4),
  ]);
  return {
    ...rankFront(articles.items),
    latestFindings: latest.items,
    changes,
  };
}

async function listChanges(db: ReaderDatabase, limit: number): Promise<ChangeView[]> {
  const end = (column: 'old_id' | 'new_id') => `
    SELECT s0.old_id AS "change", s0.at, ${findingFields}
    FROM (SELECT old_id, new_id, at FROM published_supersession WHERE kind = 'position_change'
          ORDER BY at DESC, old_id LIMIT ${limit}) s0
    JOIN published_finding f ON f.id = s0.${column} JOIN published_article a ON a.id = f.article_id
    ORDER BY s0.at DESC, s0.old_id`;
  type Row = ReadFinding & { change: string; at: Date };
  const [olds, news] = await Promise.all([
    db.rows<Row>(end('old_id')),
    db.rows<Row>(end('new_id')),
  ]);
  return olds.flatMap((old) => {
    const later = news.find(({ change }) => change === old.change);
    if (later === undefined) return [];
    return [
      {
        kind: 'position_change' as const,
        at: instant(old.at),
        was: readFindingRef(old),
        now: readFindingView(later),
      },
    ];
  });
}
