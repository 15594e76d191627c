import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { ChangeView, FrontView } from '@viewpoints/domain/articles/front-view';
import { rankFront } from '@viewpoints/domain/articles/rank-front';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { listPublishedArticles } from './articles.ts';
import { anyOf } from './expressions.ts';
import { findingRows, readFindingRef, readFindingView } from './finding-rows.ts';
import { listPublishedFindings } from './findings.ts';
import { published } from './reader-tables.ts';

/** As many as the front page has room for. */
const ARTICLES = 18;

/** So many times as many changes are looked at as are shown: some were changed again since. */
const CHANGES_LOOKED_AT = 3;
/** Number of findings shown under the lead. */
const LEADS = 3;

/** The front page: the newest articles by rank, the newest current findings, and changes of position. */
export async function getFront(db: ReaderDatabase): Promise<FrontView> {
  const [articles, latest, changes] = await Promise.all([
    listPublishedArticles(db, { cursor: null, limit: ARTICLES, together: true }),
    listPublishedFindings(db, { cursor: null, limit: 6, standing: true }),
    listChanges(db, 4),
  ]);
  const ranks = rankFront(articles.items);
  const { lead } = ranks;
  const ofLead =
    lead === null || lead.findingCount === 0
      ? []
      : (
          await listPublishedFindings(db, {
            articleId: lead.id,
            standing: true,
            cursor: null,
            limit: LEADS,
          })
        ).items;
  return { ...ranks, leadFindings: ofLead, latestFindings: latest.items, changes };
}

/**
 * The newest changes of mind, each with what is held now: where that was corrected since, what is
 * right; where it was replaced again, the change is none to what is held now.
 */
async function listChanges(db: ReaderDatabase, limit: number): Promise<ChangeView[]> {
  const newest = published
    .selectFrom('published_supersession')
    .select(['old_id', 'new_id', 'at'])
    .where('kind', '=', sql.lit('position_change'))
    .orderBy('at', 'desc')
    .orderBy('old_id')
    .limit(sql.lit(limit * CHANGES_LOOKED_AT))
    .as('s');
  const end = (column: 'old_id' | 'new_id') =>
    selectRows(
      db,
      findingRows
        .innerJoin(newest, `s.${column}`, 'f.id')
        .select(['s.old_id as change', 's.at'])
        .orderBy('s.at', 'desc')
        .orderBy('s.old_id'),
    );
  const [olds, news] = await Promise.all([end('old_id'), end('new_id')]);
  const newer = new Map(news.map((row) => [row.change, readFindingView(row)]));
  const right = await correctionsOf(db, [...newer.values()]);
  const changes = olds.flatMap((old) => {
    const later = newer.get(old.change);
    const now = later?.state === 'corrected' ? right.get(later.id) : later;
    if (now?.state !== 'published') return [];
    const kind = 'position_change' as const;
    return [{ kind, at: instant(old.at), was: readFindingRef(old), now }];
  });
  return changes.slice(0, limit);
}

/** Corrections of findings, by the ids of the corrected ones. */
async function correctionsOf(
  db: ReaderDatabase,
  findings: FindingView[],
): Promise<Map<string, FindingView>> {
  const corrected = findings.filter(({ state }) => state === 'corrected');
  if (corrected.length === 0) return new Map();
  const successors = corrected.flatMap(({ successor }) => successor?.id ?? []);
  const rows = await selectRows(db, findingRows.where('f.id', '=', anyOf(successors)));
  const byId = new Map(rows.map((row) => [row.id, readFindingView(row)]));
  return new Map(
    corrected.flatMap(({ id, successor }) => {
      const found = successor === null ? undefined : byId.get(successor.id);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}
