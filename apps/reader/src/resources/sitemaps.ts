import { kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import type { Resource, ResourceRoute } from './resource.ts';
import { type SitemapEntry, writeSitemap, writeSitemapIndex } from './sitemaps/write-sitemap.ts';

const XML = 'application/xml; charset=utf-8';

/** Addresses in one file: `sitemaps-reader-router.ts` cuts by the same. */
const IN_ONE = 10_000;

const MONTHLY = ['articles', 'findings'] as const;
/** Sitemaps of their own: of positions, and of each kind of which there may be many. */
const OWN = kindsWhere('sitemap', 'own');
const UNDATED = ['positions', ...OWN.map((kind) => kinds[kind].path)] as const;

const monthly = new RegExp(
  `^sitemap-(${MONTHLY.join('|')})-([0-9]{4}-[0-9]{2})(?:-([0-9]{1,4}))?\\.xml$`,
);
const undated = new RegExp(`^sitemap-(${UNDATED.join('|')})(?:-([0-9]{1,4}))?\\.xml$`);

/** The first page of a list has no number in its name, and one address only. */
const pageOf = (number: string | undefined): number | null =>
  number === undefined ? 1 : /^(?:[2-9]|[1-9][0-9]+)$/.test(number) ? Number(number) : null;

const xml = (body: string): Resource => ({ type: XML, body });
const pagesOf = (count: number, inOne = IN_ONE) =>
  Array.from({ length: Math.ceil(count / inOne) }, (_, at) => at + 1);
const numbered = (name: string, page: number) => `/${name}${page === 1 ? '' : `-${page}`}.xml`;

/** The index of all sitemaps. They are at the root: one may only list addresses below its own folder. */
const index: ResourceRoute = {
  path: ['sitemap.xml'],
  make: async () => {
    const { siteUrl } = currentRender();
    const { counts, actorsInOne, ...byMonth } = await readerApi().sitemaps.extent();
    const [latest] = byMonth.articles
      .map(({ changedAt }) => changedAt)
      .sort((a, b) => (a < b ? 1 : -1));
    return xml(
      writeSitemapIndex([
        {
          url: `${siteUrl}/sitemap-changes.xml`,
          ...(latest === undefined ? {} : { changedAt: latest }),
        },
        { url: `${siteUrl}/sitemap-pages.xml` },
        ...MONTHLY.flatMap((kind) =>
          byMonth[kind].flatMap(({ month, count, changedAt }) =>
            pagesOf(count).map((page) => ({
              url: siteUrl + numbered(`sitemap-${kind}-${month}`, page),
              changedAt,
            })),
          ),
        ),
        ...pagesOf(counts.holders, actorsInOne).map((page) => ({
          url: siteUrl + numbered('sitemap-positions', page),
        })),
        ...OWN.flatMap((kind) =>
          pagesOf(counts[kind]).map((page) => ({
            url: siteUrl + numbered(`sitemap-${kinds[kind].path}`, page),
          })),
        ),
      ]),
    );
  },
};

const inMonth: ResourceRoute = {
  path: [(name) => monthly.test(name)],
  make: async ({ segments }) => {
    const [, kind, month = '', number] = monthly.exec(segments[0] ?? '') ?? [];
    const page = pageOf(number);
    if (page === null || !/-(0[1-9]|1[0-2])$/.test(month)) return null;
    const entries = await (kind === 'articles' ? articles : findings)({ month, page });
    return entries.length === 0 ? null : xml(writeSitemap(entries));
  },
};

const undatedSitemap: ResourceRoute = {
  path: [(name) => undated.test(name)],
  make: async ({ segments }) => {
    const [, path, number] = undated.exec(segments[0] ?? '') ?? [];
    const page = pageOf(number);
    if (page === null) return null;
    const kind = OWN.find((each) => kinds[each].path === path);
    const entries = await (kind === undefined ? positions(page) : slugs(kind, page));
    return entries.length === 0 ? null : xml(writeSitemap(entries));
  },
};

type Page = { month: string; page: number };

async function articles(page: Page): Promise<SitemapEntry[]> {
  return (await readerApi().sitemaps.articles(page)).map(articleEntry);
}

async function findings(page: Page): Promise<SitemapEntry[]> {
  const { siteUrl } = currentRender();
  const found = await readerApi().sitemaps.findings(page);
  return found.map(({ id, changedAt }) => ({ url: `${siteUrl}/findings/${id}`, changedAt }));
}

type Article = Awaited<ReturnType<ReturnType<typeof readerApi>['sitemaps']['changes']>>[number];

function articleEntry({
  slug,
  language,
  changedAt,
  mediaIds,
  translations,
}: Article): SitemapEntry {
  const { siteUrl } = currentRender();
  const url = `${siteUrl}/articles/${slug}`;
  return {
    url,
    changedAt,
    pictures: mediaIds.map((id) => `${siteUrl}/media/${id}`),
    languages:
      translations.length === 0
        ? []
        : [
            { language, url },
            ...translations.map((each) => ({
              language: each.language,
              url: `${siteUrl}/articles/${each.slug}`,
            })),
          ],
  };
}

async function positions(page: number): Promise<SitemapEntry[]> {
  const { siteUrl } = currentRender();
  return (await readerApi().sitemaps.positions({ page })).map(({ actor, issue, changedAt }) => ({
    url: `${siteUrl}/positions/${actor}/${issue}`,
    changedAt,
  }));
}

async function slugs(
  kind: (typeof OWN)[number] | (typeof DIVISIONS)[number],
  page: number,
): Promise<SitemapEntry[]> {
  const { siteUrl } = currentRender();
  const found = await readerApi().sitemaps.slugs({ kind, page });
  return found.map((slug) => ({ url: `${siteUrl}/${kinds[kind].path}/${slug}` }));
}

/** The journal's own divisions: few enough of each to be listed with the pages there is one of. */
const DIVISIONS = kindsWhere('sitemap', 'pages');

/** The pages there is one of each, and the journal's own divisions. */
const pages: ResourceRoute = {
  path: ['sitemap-pages.xml'],
  make: async () => {
    const { siteUrl } = currentRender();
    const fixed = [
      '/',
      '/findings',
      '/archive',
      '/corrections',
      '/about',
      '/about/attribution',
      '/about/accessibility',
      '/about/privacy',
    ];
    const [months, about, ...own] = await Promise.all([
      readerApi().articles.months({ translations: 'together' }),
      readerApi().pages.list(),
      ...DIVISIONS.map((kind) => slugs(kind, 1)),
    ]);
    const archive = months.map(({ month }) => `/archive/${month.replace('-', '/')}`);
    return xml(
      writeSitemap([
        ...[...fixed, ...archive].map((path) => ({ url: siteUrl + path })),
        ...about.map(({ path, changedAt }) => ({ url: `${siteUrl}/${path}`, changedAt })),
        ...own.flat(),
      ]),
    );
  },
};

/** The latest changes, for crawlers that come by often: corrections and retractions reach them first. */
const changes: ResourceRoute = {
  path: ['sitemap-changes.xml'],
  make: async () => {
    const changed = (await readerApi().sitemaps.changes()).map(articleEntry);
    // A sitemap has an address at least.
    return xml(
      writeSitemap(changed.length > 0 ? changed : [{ url: `${currentRender().siteUrl}/` }]),
    );
  },
};

export const sitemaps: readonly ResourceRoute[] = [index, pages, changes, inMonth, undatedSitemap];
