import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { Genre } from '@viewpoints/domain/articles/article';
import type { ArticlePageView, FindingAnchor } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type {
  ArticleSummary,
  ArticleView,
  ListedArticle,
} from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { countsInVersion, numberFindings } from '@viewpoints/domain/findings/number-findings';
import { type FeedSubjectKind, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { calendarSpan } from '@viewpoints/domain/text/calendar-span';
import { escapeLiteral } from 'pg';
import { articleNames } from '../kinds.ts';
import { publicStateOf, type ReadFinding, replacement } from './finding-rows.ts';
import { findByFormerSlug } from './former-slug.ts';
import { getMasthead } from './journal.ts';
import { isUnprepared, limitBucket } from './limit-bucket.ts';
import { alsoIn, isShownTranslation } from './shown-translation.ts';

/**
 * An article as it stands, or one of its versions as it was. Null where readers may not see it,
 * or there is none. An old address finds it too: its view then has another slug.
 */
export async function findArticle(
  db: ReaderDatabase,
  slug: string,
  number?: number,
): Promise<(ArticleView & Pick<ArticlePageView, 'anchors'>) | null> {
  const found =
    (await findRow(db, 'a.slug = $1', slug, number)) ?? (await findFormer(db, slug, number));
  if (found === null || found.view === null) return null;
  if (number !== undefined && !found.versions.some((version) => version.number === number))
    return null;
  return { ...viewOf(found, found.view), anchors: anchorsOf(found, found.view) };
}

type Row = {
  summary: ArticleSummary;
  versions: { number: number; at: string; note: string | null }[];
  corrections: Omit<CorrectionView, 'article'>[];
  findings: FindingRow[];
  view: ArticleView | null;
};

type FindingRow = Pick<ReadFinding, 'id' | 'withdrawn' | 'replacement'> & {
  publishedAt: string;
  legacyAnchor: number | null;
};

/** All that a page of an article is made of, in one query. */
const rowOf = (where: string) => `
  SELECT a.summary, v.view,
    (SELECT coalesce(json_agg(json_build_object('number', o.number, 'at', o.at, 'note', o.note)
       ORDER BY o.number DESC), '[]') FROM published_version o WHERE o.article_id = a.id) AS versions,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'severity', c.severity,
       'was', c.was, 'now', c.now, 'why', c.why, 'findingId', c.finding_id, 'at', c.at)
       ORDER BY c.at DESC, c.id DESC), '[]') FROM published_correction c WHERE c.article_id = a.id) AS corrections,
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'publishedAt', f.published_at,
       'legacyAnchor', f.legacy_anchor, 'withdrawn', f.withdrawn_at IS NOT NULL, 'replacement', ${replacement})
       ORDER BY f.published_at, f.number, f.id), '[]') FROM published_finding f WHERE f.article_id = a.id) AS findings
  FROM published_article a
  -- A retracted article has its notice at every address, and nothing else at any.
  LEFT JOIN published_version v ON v.article_id = a.id
    AND v.number = CASE WHEN a.retracted THEN a.version ELSE coalesce($2::int, a.version) END
  WHERE ${where}`;

async function findRow(
  db: ReaderDatabase,
  where: 'a.slug = $1' | 'a.id = $1::uuid',
  value: string,
  number: number | undefined,
): Promise<Row | null> {
  const [row] = await db.rows<Row>(rowOf(where), [value, number ?? null]);
  return row ?? null;
}

/** Articles whole, as they stand, in the order of their ids. */
export async function listFullArticles(db: ReaderDatabase, ids: string[]): Promise<ArticleView[]> {
  const rows = await db.rows<Row>(rowOf('a.id = ANY($1::uuid[])'), [ids, null]);
  const found = new Map(rows.map((row) => [row.summary.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    return row === undefined || row.view === null ? [] : [viewOf(row, row.view)];
  });
}

async function findFormer(
  db: ReaderDatabase,
  slug: string,
  number: number | undefined,
): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'article', slug);
  return id === null ? null : findRow(db, 'a.id = $1::uuid', id, number);
}

/** The id behind an article's address, present or former. */
export async function findArticleId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string } | null> {
  const [row] = await db.rows<{ id: string }>('SELECT id FROM published_article WHERE slug = $1', [
    slug,
  ]);
  if (row !== undefined) return row;
  const id = await findByFormerSlug(db, 'article', slug);
  return id === null ? null : { id };
}

/**
 * What has happened since a version came out is told with it; what was withdrawn is not, and
 * leaves no gap in the figures.
 */
function viewOf({ summary, ...row }: Row, view: ArticleView): ArticleView {
  const { id, slug, headline } = summary;
  const now = new Map(row.findings.map((finding) => [finding.id, finding]));
  const shown = view.findings.flatMap((then): FindingView[] => {
    const finding = now.get(then.id);
    if (finding === undefined || finding.withdrawn) return [];
    return [{ ...then, ...publicStateOf(finding), article: { id, slug, headline } }];
  });
  const findings = numberFindings({ text: view.text, findings: shown });
  return {
    ...view,
    slug,
    findings,
    findingCount: findings.filter(countsInVersion).length,
    corrections: row.corrections.map((correction) => ({
      ...correction,
      article: { slug, headline },
      at: instant(new Date(correction.at)),
    })),
    corrected: summary.corrected,
    versions: row.versions.map(({ number, at, note }) => ({
      number,
      at: instant(new Date(at)),
      note,
    })),
  };
}

/** The findings that readers had by the time of a version; none of what was retracted. */
function anchorsOf({ findings }: Row, view: ArticleView): FindingAnchor[] {
  if (view.body === null) return [];
  const shown = new Set(view.findings.map(({ id }) => id));
  return findings
    .filter(
      ({ id, publishedAt }) => shown.has(id) || new Date(publishedAt) <= new Date(view.revisedAt),
    )
    .map((finding) => ({
      findingId: finding.id,
      state: publicStateOf(finding).state,
      legacyNumber: finding.legacyAnchor,
    }));
}

/** Ids, as `find…Id` functions give them for slugs. */
export type ArticleFilter = EntryFilter & { genre?: Genre | undefined };

/** What articles are about, by ids: of each kind that there are feeds of. */
export type EntryFilter = { [K in FeedSubjectKind as `${K}Id`]?: string | undefined };

/** A year or a month of the journal's calendar, as `2026` or `2026-05`. */
type Within = { within?: string | undefined };

/** Whether what is the same in several languages stands together as one, or each by itself. */
type Together = { together?: boolean };

/**
 * Published articles, newest first; not those that were retracted. Where translations stand
 * `together`, the one that stands for all came out when it did: a month has it or has not.
 */
export async function listArticles(
  db: ReaderDatabase,
  {
    cursor,
    limit,
    within,
    together = false,
    ...filter
  }: ArticleFilter & Within & Together & PageRequest,
): Promise<QueryPage<ListedArticle>> {
  const { where, values } = articleConditions(filter);
  if (together) where.push(isShownTranslation(articleConditions(filter, [], 'o').where));
  if (within !== undefined) {
    const { timeZone } = await getMasthead(db);
    const { from, until } = calendarSpan(within, timeZone);
    values.push(from.toISOString(), until.toISOString());
    const [first, next] = [`$${values.length - 1}`, `$${values.length}`];
    where.push(`a.published_at >= ${first}::timestamptz AND a.published_at < ${next}::timestamptz`);
  }
  if (cursor !== null) {
    values.push(cursor.key, cursor.id);
    const [at, id] = [`$${values.length - 1}`, `$${values.length}`];
    where.push(`(a.published_at, a.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  // The limit is spelled out: a plan for any number of rows sorts them all.
  type Listed = { id: string; publishedAt: Date; summary: ArticleSummary; alsoIn: ArticleRef[] };
  const rows = await db.rows<Listed>(
    `SELECT a.id, a.published_at AS "publishedAt", a.summary, ${together ? alsoIn : "'[]'::json"} AS "alsoIn"
     FROM published_article a
     WHERE ${['NOT a.retracted', ...where].join(' AND ')}
     ORDER BY a.published_at DESC, a.id DESC LIMIT ${limitBucket(limit + 1)}`,
    values,
    { unprepared: isUnprepared(filter) },
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ summary, alsoIn }) => ({ ...summary, alsoIn }),
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

/** What an article `a` has to be, or another of that name, and the values that this names. */
export function articleConditions(
  filter: ArticleFilter,
  values: unknown[] = [],
  a = 'a',
): { where: string[]; values: unknown[] } {
  const where: string[] = [];
  for (const kind of kindsWith('feed')) {
    const id = filter[`${kind}Id`];
    if (id === undefined) continue;
    values.push(id);
    where.push(articleNames(kind, a, `$${values.length}`));
  }
  // Spelled out: each genre has an index of its own, which is chosen when a statement is planned.
  if (filter.genre !== undefined) where.push(`${a}.genre = ${escapeLiteral(filter.genre)}::genre`);
  return { where, values };
}
