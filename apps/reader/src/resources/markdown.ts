import { articleMarkdown } from '@viewpoints/domain/markdown/article-markdown';
import { findingMarkdown } from '@viewpoints/domain/markdown/finding-markdown';
import { pageInMarkdown } from '@viewpoints/domain/markdown/page-in-markdown';
import { Id } from '@viewpoints/domain/values';
import { cursor, slug as isSlug, month, type Route, year } from '../http/route.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { writeLinks } from './links.ts';
import { entryPages } from './markdown/entry-pages.ts';
import { type MarkdownPage, pageMarkdown } from './markdown/page-markdown.ts';
import type { Resource, ResourceAddress, ResourceRoute } from './resource.ts';

const END = '.md';
const stemOf = (name: string) => name.slice(0, -END.length);
const isMarkdownOf = (holds: (stem: string) => boolean) => (name: string) =>
  name.endsWith(END) && holds(stemOf(name));

const markdown = (body: string, page: string): Resource => ({
  type: 'text/markdown; charset=utf-8',
  body,
  // The same in another form: search engines are to show the page.
  links: writeLinks([{ to: page, rel: 'canonical', type: 'text/html' }]),
});

async function listed(page: MarkdownPage | null): Promise<Resource | null> {
  if (page === null) return null;
  const { siteUrl } = currentRender();
  const { language } = await readerApi().journal.get();
  return markdown(pageMarkdown(page, { siteUrl, language }), siteUrl + page.path);
}

const cursorOf = ({ query }: ResourceAddress) => query.get('cursor') ?? undefined;
const paged = { cursor } satisfies Route['query'];

/** Pages of entries, behind their addresses. */
const entryFiles = Object.entries(entryPages).map(
  ([first, { load, isPaged }]): ResourceRoute => ({
    path: [first, isMarkdownOf(isSlug)],
    ...(isPaged ? { query: paged } : {}),
    make: async (address) => {
      const slug = stemOf(address.segments[1] ?? '');
      const page = await findForPage((api) => load(api, { slug, cursor: cursorOf(address) }));
      if (page !== null) sendOnIfMoved(slug, page.slug, (now) => `/${first}/${now}${END}`);
      return listed(page);
    },
  }),
);

/** All publications of a year or a month. */
const archiveFile = (path: ResourceRoute['path']): ResourceRoute => ({
  path,
  query: paged,
  make: async (address) => {
    const page = stemOf(`/${address.segments.join('/')}`);
    const within = page.split('/').slice(2).join('-') || undefined;
    const found = await findForPage((api) =>
      api.articles.list({ within, cursor: cursorOf(address), translations: 'together' }),
    );
    if (found === null || found.items.length === 0) return null;
    return listed({
      ...{ path: page, kind: 'archive', title: within ?? 'Archive', about: [] },
      ...{ articles: found.items, nextCursor: found.nextCursor },
    });
  },
});

/** Lists of the whole journal, behind their addresses. */
const listFiles: readonly ResourceRoute[] = [
  {
    path: ['findings.md'],
    query: paged,
    make: async (address) =>
      listed(
        await findForPage(async (api) => {
          const page = await api.findings.list({ cursor: cursorOf(address) });
          return {
            ...{ path: '/findings', kind: 'findings', title: 'Findings', about: [] },
            ...{ findings: page.items, nextCursor: page.nextCursor },
          };
        }),
      ),
  },
  {
    path: ['corrections.md'],
    query: paged,
    make: async (address) =>
      listed(
        await findForPage(async (api) => {
          const page = await api.corrections.list({ cursor: cursorOf(address) });
          return {
            ...{ path: '/corrections', kind: 'corrections', title: 'Corrections' },
            about: ['What we got wrong, what it is now, and why.'],
            ...{ corrections: page.items, nextCursor: page.nextCursor },
          };
        }),
      ),
  },
  ...[['archive.md'], ['archive', isMarkdownOf(year)], ['archive', year, isMarkdownOf(month)]].map(
    archiveFile,
  ),
  {
    path: ['positions', isSlug, isMarkdownOf(isSlug)],
    make: async ({ segments }) => {
      const [, actorSlug = '', last = ''] = segments;
      const slugs = { actor: actorSlug, issue: stemOf(last) };
      const position = await findForPage((api) => api.positions.get(slugs));
      if (position === null) return null;
      const { actor, issue, findings, shifts } = position;
      const pathOf = (of: string, on: string) => `/positions/${of}/${on}`;
      sendOnIfMoved(slugs.actor, actor.slug, (now) => pathOf(now, issue.slug) + END);
      sendOnIfMoved(slugs.issue, issue.slug, (now) => pathOf(actor.slug, now) + END);
      return listed({
        ...{ path: pathOf(actor.slug, issue.slug), kind: 'position' },
        ...{ title: `${actor.name}: ${issue.name}`, findings, shifts },
        about: ['In the order in which each position was held.'],
      });
    },
  },
];

/** Articles, findings and pages that list them, as Markdown behind their addresses. */
export const markdownFiles: readonly ResourceRoute[] = [
  ...entryFiles,
  ...listFiles,
  {
    path: ['articles', isMarkdownOf(isSlug)],
    make: async ({ segments }) => {
      const slug = stemOf(segments[1] ?? '');
      const article = await findForPage((api) => api.articles.bySlug({ slug }));
      if (article === null) return null;
      sendOnIfMoved(slug, article.slug, (now) => `/articles/${now}${END}`);
      const { siteUrl } = currentRender();
      const { name, language } = await readerApi().journal.get();
      const options = { siteUrl, language, journalName: name };
      return markdown(articleMarkdown(article, options), `${siteUrl}/articles/${article.slug}`);
    },
  },
  {
    path: ['findings', isMarkdownOf((stem) => Id.safeParse(stem).data === stem)],
    make: async ({ segments }) => {
      const id = stemOf(segments[1] ?? '');
      const page = await findForPage((api) => api.findings.byId({ id }));
      if (page === null) return null;
      const { siteUrl } = currentRender();
      const { language } = await readerApi().journal.get();
      return markdown(findingMarkdown(page, { siteUrl, language }), `${siteUrl}/findings/${id}`);
    },
  },
];

/** A page of the journal about itself, as Markdown: found by the server, as the page is. */
export async function aboutMarkdown(path: string): Promise<Resource | null> {
  const slug = path.split('/').at(-1) ?? '';
  const page = await findForPage((api) => api.pages.bySlug({ slug }));
  if (page === null) return null;
  sendOnIfMoved(path, page.path, (now) => `/${now}${END}`);
  const { siteUrl } = currentRender();
  const { name } = await readerApi().journal.get();
  return markdown(pageInMarkdown(page, { siteUrl, journalName: name }), `${siteUrl}/${page.path}`);
}
