import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { ArticleSummary, ArticleView } from '@viewpoints/domain/articles/article-view';
import { wordedArticleView } from '@viewpoints/domain/articles/stored-article-view';
import type { PageSummary, PageView } from '@viewpoints/domain/pages/page-view';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';

/** Most pages that a journal shows: they are its own, and few. */
const MOST = 1000;

/** What a list shows of a page, from the summary that is stored of it. */
export const pageSummaryOf = (stored: ArticleSummary, path: string): PageSummary => ({
  ...{ id: stored.id, slug: stored.slug, path, title: stored.headline, summary: stored.standfirst },
  ...{ language: stored.language, direction: stored.direction },
  ...{ changedAt: stored.revisedAt, retracted: stored.retracted },
});

const all = published
  .selectFrom('published_page as p')
  .select(['p.path', 'p.summary', 'p.translation_group as translationGroup'])
  .orderBy('p.path')
  .limit(sql.lit(MOST));

type Listed = PageSummary & { translationGroup: string };

async function listAll(db: ReaderDatabase): Promise<Listed[]> {
  const rows = await selectRows(db, all);
  return rows.map(({ path, summary, translationGroup }) => ({
    ...pageSummaryOf(summary, path ?? ''),
    translationGroup,
  }));
}

const summaryOf = ({ translationGroup: _, ...summary }: Listed): PageSummary => summary;

/** Every page, by its address; not those that were retracted. */
export async function listPublishedPages(db: ReaderDatabase): Promise<PageSummary[]> {
  return (await listAll(db)).filter(({ retracted }) => !retracted).map(summaryOf);
}

const parentOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** A page by its slug, or a former one: its view then has another. Null if readers have none. */
export async function findPublishedPage(
  db: ReaderDatabase,
  slug: string,
): Promise<PageView | null> {
  const own = await selectFirst(db, whole.where('p.slug', '=', slug));
  const found = own ?? (await findFormer(db, slug));
  if (found === null || found.view === null || found.path === null) return null;
  return withSurroundings(db, wordedArticleView(found.view), {
    ...{ path: found.path, summary: found.summary, translationGroup: found.translationGroup },
  });
}

/** A page with the pages that readers have around it, whether they have it itself or not. */
export async function withSurroundings(
  db: ReaderDatabase,
  view: ArticleView,
  {
    path,
    summary,
    translationGroup,
  }: { path: string; summary: ArticleSummary; translationGroup: string },
): Promise<PageView> {
  const listed = await listAll(db);
  const others = listed.filter((each) => each.id !== summary.id && !each.retracted);
  const beside = others.filter((each) => parentOf(each.path) === parentOf(path));
  return {
    ...pageSummaryOf(summary, path),
    ...{ version: summary.version, publishedAt: summary.publishedAt },
    ...{ body: view.body, text: view.text, wordCount: view.wordCount },
    ...{ pictures: view.pictures, files: view.files, retraction: view.retraction },
    above: listed.filter((each) => path.startsWith(`${each.path}/`)).map(summaryOf),
    below: byTitle(others.filter((each) => parentOf(each.path) === path)),
    beside: parentOf(path) === '' ? [] : byTitle(beside),
    translations: others
      .filter((each) => each.translationGroup === translationGroup && !summary.retracted)
      .map(summaryOf),
  };
}

const byTitle = (pages: readonly Listed[]): PageSummary[] =>
  pages.toSorted((a, b) => a.title.localeCompare(b.title)).map(summaryOf);

const whole = published
  .selectFrom('published_page as p')
  .innerJoin('published_version as v', (join) =>
    join.onRef('v.article_id', '=', 'p.id').onRef('v.number', '=', 'p.version'),
  )
  .select(['p.path', 'p.summary', 'p.translation_group as translationGroup', 'v.view']);

async function findFormer(db: ReaderDatabase, slug: string) {
  const id = await findPublishedByFormerSlug(db, 'article', slug);
  return id === null ? null : selectFirst(db, whole.where('p.id', '=', id));
}

/**
 * Selects the address of the page that is found at a path: its own, or where it is now if the path is one that
 * it had. Each part has to be a slug that a page has or had. Null if readers have none.
 */
export function pageAtPath(path: string) {
  const segments = path.split('/');
  const slug = segments.at(-1) ?? '';
  const above = segments.slice(0, -1).filter((each, index) => index > 0 || each !== 'about');
  return published
    .selectFrom('published_page as p')
    .select('p.path')
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('p.slug', '=', slug),
        eb(
          'p.id',
          'in',
          selectFrom('former_slug as f')
            .select('f.ref_id')
            .where('f.kind', '=', 'article')
            .where('f.slug', '=', slug),
        ),
      ]),
    )
    .where(({ not, exists }) =>
      not(
        exists(
          published
            .selectFrom(
              sql<{ slug: string }>`unnest(${sql.val(above)}::text[])`.as<'s'>(sql`s(slug)`),
            )
            .select(sql.lit(1).as('one'))
            .where(
              sql<boolean>`not exists (select from published_page o where o.slug = s.slug)
                  and not exists (select from former_slug o join published_page q on q.id = o.ref_id
                    where o.kind = 'article' and o.slug = s.slug)`,
            ),
        ),
      ),
    )
    .orderBy(sql`p.slug = ${slug}`, 'desc')
    .limit(sql.lit(1));
}
