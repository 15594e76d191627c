import { currentRender } from '../next/render-context.ts';
import type { ResourceRoute } from './resource.ts';

/** Conventional addresses of feeds and sitemaps, and their addresses here. */
const PLACES: Readonly<Record<string, string>> = {
  '/feed': '/feeds/articles.rss',
  '/feeds': '/feeds/articles.rss',
  '/rss': '/feeds/articles.rss',
  '/rss.xml': '/feeds/articles.rss',
  '/feed.xml': '/feeds/articles.rss',
  '/index.xml': '/feeds/articles.rss',
  '/feed/atom': '/feeds/articles.atom',
  '/atom': '/feeds/articles.atom',
  '/atom.xml': '/feeds/articles.atom',
  '/index.atom': '/feeds/articles.atom',
  '/feed.json': '/feeds/articles.json',
  '/index.json': '/feeds/articles.json',
  '/sitemap': '/sitemap.xml',
  '/sitemap_index.xml': '/sitemap.xml',
  '/sitemap-index.xml': '/sitemap.xml',
  '/sitemap-news.xml': '/news-sitemap.xml',
};

/** Sends on who looks in the usual places. */
export const conventional: readonly ResourceRoute[] = Object.entries(PLACES).map(([from, to]) => ({
  path: from.slice(1).split('/'),
  make: async () => {
    currentRender().movedTo = to;
    return { type: 'text/plain; charset=utf-8', body: '' };
  },
}));
