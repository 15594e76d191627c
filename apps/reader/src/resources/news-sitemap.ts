import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import type { ResourceRoute } from './resource.ts';
import { writeNewsSitemap } from './sitemaps/write-sitemap.ts';

/** News are articles of the last two days (Google News takes no older). */
const TWO_DAYS = 48 * 60 * 60 * 1000;

/** Articles of the last two days; valid until the oldest of them is older than that. */
export const newsSitemap: ResourceRoute = {
  path: ['news-sitemap.xml'],
  make: async () => {
    const render = currentRender();
    const api = readerApi();
    const [journal, news] = await Promise.all([
      api.journal.get(),
      api.sitemaps.news({ since: new Date(render.now.getTime() - TWO_DAYS) }),
    ]);
    const oldest = news.at(-1);
    if (oldest !== undefined)
      render.until = Math.min(render.until, Date.parse(oldest.publishedAt) + TWO_DAYS);
    const entries = news.map(({ slug, language, headline, publishedAt }) => ({
      url: `${render.siteUrl}/articles/${slug}`,
      ...{ language, publishedAt, title: headline },
    }));
    return {
      type: 'application/xml; charset=utf-8',
      body: writeNewsSitemap(entries, journal),
    };
  },
};
