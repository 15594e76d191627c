import { currentRender } from '../next/render-context.ts';
import type { ResourceRoute } from './resource.ts';

/**
 * What crawlers may request (RFC 9309): everything but search results, which are endless and lead
 * only to pages that are listed elsewhere. Pages exclude themselves from search engines one by one,
 * with `noindex`, which only counts where they may be read.
 */
export const robots: ResourceRoute = {
  path: ['robots.txt'],
  make: async () => {
    const { siteUrl } = currentRender();
    return {
      type: 'text/plain; charset=utf-8',
      body: [
        'User-agent: *',
        'Disallow: /search?',
        'Allow: /',
        '',
        `Sitemap: ${siteUrl}/sitemap.xml`,
        `Sitemap: ${siteUrl}/news-sitemap.xml`,
        '',
      ].join('\n'),
    };
  },
};
