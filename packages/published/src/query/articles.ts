import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import { type Expression, jsonArrayFrom, type SqlBool, sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectFirst, selectRows } from '@viewpoints/db/statement';
import type { Genre } from '@viewpoints/domain/articles/article';
import type { ArticlePageView, FindingAnchor } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type {
  ArticleSummary,
  ArticleView,
  ListedArticle,
} from '@viewpoints/domain/articles/article-view';
import {
  type StoredArticleView,
  wordedArticleView,
} from '@viewpoints/domain/articles/stored-article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { countsInVersion, numberFindings } from '@viewpoints/domain/findings/number-findings';
import { type FeedSubjectKind, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { calendarSpan } from '@viewpoints/domain/text/calendar-span';
import { anyOf, inScope } from './expressions.ts';
import { publicStateOf, type ReadFinding, replacement } from './finding-rows.ts';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { getMasthead } from './journal.ts';
import { articleNames } from './kinds.ts';
import { isUnprepared, limitBucket } from './limit-bucket.ts';
import { published } from './reader-tables.ts';
import { isShownTranslation, otherLanguages } from './shown-translation.ts';

/**
 * The current version of an article, or an earlier one as it was. Null if readers may not see it,
 * or there is none. An old address finds it too: its view then has another slug.
 */
export async function findPublishedArticle(
  db: ReaderDatabase,
  slug: string,
  number?: number,
): Promise<(ArticleView & Pick<ArticlePageView, 'anchors'>) | null> {
  const found =
    (await selectFirst(
      db,
      number === undefined ? bySlug(slug) : wholeArticles(number).where('a.slug', '=', slug),
    )) ?? (await findFormer(db, slug, number));
  if (found === null || found.view === null) return null;
  if (number !== undefined && !found.versions.some((version) => version.number === number))
    return null;
  return { ...viewOf(found, found.view), anchors: anchorsOf(found, found.view) };
}

type Row = {
  summary: ArticleSummary;
  versions: { number: number; at: string; note: string | null; minor: boolean }[];
  corrections: Omit<CorrectionView, 'article'>[];
  findings: FindingRow[];
  view: StoredArticleView | null;
};

type FindingRow = Pick<ReadFinding, 'id' | 'withdrawn' | 'replacement'> & {
  publishedAt: string;
  legacyAnchor: number | null;
};

/** All that a page of an article is made of, in one query; of a version, where one is named. */
const wholeArticles = (number?: number) =>
  published
    .selectFrom('published_article as a')
    .leftJoin('published_version as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').on((eb) =>
        number === undefined
          ? eb('v.number', '=', eb.ref('a.version'))
          : // A retracted article has its notice at every address, and nothing else at any.
            eb(
              'v.number',
              '=',
              eb
                .case()
                .when(eb.ref('a.retracted'))
                .then(eb.ref('a.version'))
                .else(eb.val(number))
                .end(),
            ),
      ),
    )
    .select(['a.summary', 'v.view', versions.as('versions')])
    .select([corrections.as('corrections'), findings.as('findings')]);

const bySlug = compileOnce((slug) => wholeArticles().where('a.slug', '=', slug));

const eb = inScope<{ a: 'published_article'; o: 'published_article' }>();

const versions = jsonArrayFrom(
  eb
    .selectFrom('published_version as o')
    .select(['o.number', 'o.at', 'o.note', 'o.minor'])
    .whereRef('o.article_id', '=', 'a.id')
    .orderBy('o.number', 'desc'),
);

const corrections = jsonArrayFrom(
  eb
    .selectFrom('published_correction as c')
    .select(['c.id', 'c.kind', 'c.severity', 'c.was', 'c.now', 'c.why'])
    .select(['c.finding_id as findingId', 'c.at'])
    .whereRef('c.article_id', '=', 'a.id')
    .orderBy('c.at', 'desc')
    .orderBy('c.id'),
);

const findings = jsonArrayFrom(
  eb
    .selectFrom('published_finding as f')
    .select((each) => [
      ...(['f.id', 'f.published_at as publishedAt', 'f.legacy_anchor as legacyAnchor'] as const),
      each('f.withdrawn_at', 'is not', null).as('withdrawn'),
      replacement.as('replacement'),
    ])
    .whereRef('f.article_id', '=', 'a.id')
    .orderBy('f.published_at')
    .orderBy('f.number')
    .orderBy('f.id'),
);

/** Full articles, in their current version, in the order of their ids. */
export async function listPublishedFullArticles(
  db: ReaderDatabase,
  ids: string[],
): Promise<ArticleView[]> {
  const rows = await selectRows(db, wholeArticles().where('a.id', '=', anyOf(ids)));
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
  const id = await findPublishedByFormerSlug(db, 'article', slug);
  return id === null ? null : selectFirst(db, wholeArticles(number).where('a.id', '=', id));
}

/** The id behind an article's address, present or former. */
export async function findPublishedArticleId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string } | null> {
  const row = await selectFirst(
    db,
    published.selectFrom('published_article').select('id').where('slug', '=', slug),
  );
  if (row !== null) return row;
  const id = await findPublishedByFormerSlug(db, 'article', slug);
  return id === null ? null : { id };
}

/**
 * The view of a version with what has happened since. Withdrawn findings are left out, without a
 * gap in the figures.
 */
function viewOf({ summary, ...row }: Row, stored: StoredArticleView): ArticleView {
  const view = wordedArticleView(stored);
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
    versions: row.versions.map(({ number, at, note, minor }) => ({
      number,
      at: instant(new Date(at)),
      note,
      minor,
    })),
  };
}

/** The findings that readers had by the time of a version; none of what was retracted. */
function anchorsOf({ findings }: Row, view: StoredArticleView): FindingAnchor[] {
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

/** Ids, as `findPublished…Id` functions give them for slugs. */
export type ArticleFilter = EntryFilter & { genre?: Genre | undefined };

/** Filters of articles by ids: one for each kind with feeds. */
export type EntryFilter = { [K in FeedSubjectKind as `${K}Id`]?: string | undefined };

/** A year or a month of the journal's calendar, as `2026` or `2026-05`. */
type Within = { within?: string | undefined };

/** Whether translations of one article are grouped, or each listed by itself. */
type Together = { together?: boolean };

const listed = (direction: 'asc' | 'desc') => {
  const articles = published
    .selectFrom('published_article as a')
    .select(['a.id', 'a.published_at as publishedAt', 'a.summary'])
    .where(({ not, ref }) => not(ref('a.retracted')))
    .orderBy('a.published_at', direction)
    .orderBy('a.id', direction);
  return {
    together: articles.select(otherLanguages.as('alsoIn')),
    apart: articles.select(sql<ArticleRef[]>`'[]'::json`.as('alsoIn')),
  };
};

/** `oldest` is the exact reverse of `newest`, so that one index gives both. */
export const articleOrders = ['newest', 'oldest'] as const;
type ArticleOrder = (typeof articleOrders)[number];
const listedIn = { newest: listed('desc'), oldest: listed('asc') };

/**
 * Published articles, newest first by default; not those that were retracted. If translations are listed
 * `together`, the one that is shown for all counts with its own date: a month has it or has not.
 */
export async function listPublishedArticles(
  db: ReaderDatabase,
  {
    cursor,
    limit,
    within,
    together = false,
    order = 'newest',
    ...filter
  }: ArticleFilter & Within & Together & PageRequest & { order?: ArticleOrder },
): Promise<QueryPage<ListedArticle>> {
  const where = articleConditions(filter);
  if (together) where.push(isShownTranslation(articleConditions(filter, 'o')));
  if (within !== undefined) {
    const { timeZone } = await getMasthead(db);
    const { from, until } = calendarSpan(within, timeZone);
    where.push(eb('a.published_at', '>=', from), eb('a.published_at', '<', until));
  }
  if (cursor !== null)
    where.push(
      eb(
        eb.refTuple('a.published_at', 'a.id'),
        order === 'newest' ? '<' : '>',
        eb.tuple(new Date(cursor.key), cursor.id),
      ),
    );
  const rows = await selectRows(
    db,
    listedIn[order][together ? 'together' : 'apart']
      .where(({ and }) => and(where))
      // The limit is spelled out: a plan for any number of rows sorts them all.
      .limit(sql.lit(limitBucket(limit + 1))),
    { unprepared: isUnprepared(filter) },
  );
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: ({ summary, alsoIn }) => ({ ...summary, alsoIn }),
    cursor: ({ id, publishedAt }) => ({ key: instant(publishedAt), id }),
  });
}

/** Conditions on an article `a`, or the other `o`. */
export function articleConditions(
  filter: ArticleFilter,
  article: 'a' | 'o' = 'a',
): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [];
  for (const kind of kindsWith('feed')) {
    const id = filter[`${kind}Id`];
    if (id !== undefined) where.push(articleNames(kind, article, id));
  }
  // Spelled out: each genre has an index of its own, which is chosen when a statement is planned.
  if (filter.genre !== undefined) where.push(eb(`${article}.genre`, '=', sql.lit(filter.genre)));
  return where;
}
