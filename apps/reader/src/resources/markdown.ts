import { Id, Slug } from '@viewpoints/domain/values';
import { currentRender } from '../next/render-context.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../reader-api.ts';
import { writeLinks } from './links.ts';
import { articleMarkdown } from './markdown/article-markdown.ts';
import { findingMarkdown } from './markdown/finding-markdown.ts';
import type { Resource, ResourceRoute } from './resource.ts';

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

/** An article or a finding as Markdown, behind its address. */
export const markdownFiles: readonly ResourceRoute[] = [
  {
    path: ['articles', isMarkdownOf((stem) => Slug.safeParse(stem).success)],
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
