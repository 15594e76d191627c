import { Id, Slug } from '@viewpoints/domain/values';
import { typed } from '../http/route.ts';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { type Board, findBoard } from './boards/find-board.ts';
import { chartPath, findChart } from './charts/find-chart.ts';
import { embedCode, embedHeight, embedPath, oembedPath } from './embed-address.ts';
import type { ResourceRoute } from './resource.ts';

const DAY = 24 * 3600;
const DEFAULT_WIDTH = 800;

/** The largest size that is wanted, in CSS pixels, or else ours. */
const atMost = (wanted: string | null, size: number): number => {
  const limit = Number(wanted ?? size);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, size) : size;
};

/** What other sites can show: where it is on this one, and its title. */
type Embeddable = Pick<Board, 'path' | 'title'>;

/** The board or chart at an address of this site; null for everything else. */
async function embeddableAt(url: string): Promise<Embeddable | null> {
  const { siteUrl } = currentRender();
  if (!url.startsWith(`${siteUrl}/`)) return null;
  const [path = '', anchor = ''] = url.slice(siteUrl.length).split(/[?#]/, 2);
  return (await chartAt(path, anchor)) ?? boardAt(path);
}

/** The chart at the address of its embed, or of its place in the article. */
async function chartAt(path: string, anchor: string): Promise<Embeddable | null> {
  const { siteUrl } = currentRender();
  const [, , slug = '', id = ''] =
    /^(\/embed)?\/articles\/([^/]+)(?:\/charts\/([^/]+))?$/.exec(path) ?? [];
  const of = id || anchor.replace(/^chart-/, '');
  if (!Slug.safeParse(slug).success || !Id.safeParse(of).success) return null;
  const chart = await findChart(slug, of, (present) => oembedPath(siteUrl, embedPath(present)));
  if (chart === null) return null;
  return { path: chartPath(chart.article.slug, of), title: chart.attrs.title };
}

/** The board at the path of a page; null for everything else. */
async function boardAt(path: string): Promise<Board | null> {
  const { siteUrl } = currentRender();
  const [, page, slug, ...rest] = path.replace(/\/board$/, '').split('/');
  if (page !== 'issues' && page !== 'actors') return null;
  if (rest.length > 0 || !Slug.safeParse(slug).success) return null;
  return findBoard(page, slug ?? '', (present) => oembedPath(siteUrl, present));
}

/** How a stance board or a chart is shown on another site (oEmbed 1.0, JSON). */
export const oembed: ResourceRoute = {
  path: ['oembed'],
  query: { url: typed, format: (value) => value === 'json', maxwidth: typed, maxheight: typed },
  // Not cached: any address can be asked for.
  kept: false,
  make: async ({ query }) => {
    const shown = await embeddableAt(query.get('url') ?? '');
    if (shown === null) return null;
    const { siteUrl } = currentRender();
    const { name } = await readerApi().journal.get();
    return {
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({
        ...{ version: '1.0', type: 'rich', title: shown.title, html: embedCode(siteUrl, shown) },
        width: atMost(query.get('maxwidth'), DEFAULT_WIDTH),
        height: atMost(query.get('maxheight'), embedHeight),
        ...{ provider_name: name, provider_url: siteUrl, cache_age: DAY },
      }),
    };
  },
};
