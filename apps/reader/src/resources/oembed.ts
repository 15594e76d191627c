import { Slug } from '@viewpoints/domain/values';
import { typed } from '../http/route.ts';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { type Board, findBoard } from './boards/find-board.ts';
import { embedCode, embedHeight, oembedPath } from './embed-address.ts';
import type { ResourceRoute } from './resource.ts';

const DAY = 24 * 3600;
const DEFAULT_WIDTH = 800;

/** The largest size that is wanted, in CSS pixels, or else ours. */
const atMost = (wanted: string | null, size: number): number => {
  const limit = Number(wanted ?? size);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, size) : size;
};

/** The board at the address of a page of this site; null for everything else. */
async function boardAt(url: string): Promise<Board | null> {
  const { siteUrl } = currentRender();
  if (!url.startsWith(`${siteUrl}/`)) return null;
  const path = url.slice(siteUrl.length).split(/[?#]/, 1)[0] ?? '';
  const [, page, slug, ...rest] = path.replace(/\/board$/, '').split('/');
  if (page !== 'issues' && page !== 'actors') return null;
  if (rest.length > 0 || !Slug.safeParse(slug).success) return null;
  return findBoard(page, slug ?? '', (present) => oembedPath(siteUrl, present));
}

/** How a stance board is shown on another site (oEmbed 1.0, JSON). */
export const oembed: ResourceRoute = {
  path: ['oembed'],
  query: { url: typed, format: (value) => value === 'json', maxwidth: typed, maxheight: typed },
  // Not cached: any address can be asked for.
  kept: false,
  make: async ({ query }) => {
    const board = await boardAt(query.get('url') ?? '');
    if (board === null) return null;
    const { siteUrl } = currentRender();
    const { name } = await readerApi().journal.get();
    return {
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({
        ...{ version: '1.0', type: 'rich', title: board.title, html: embedCode(siteUrl, board) },
        width: atMost(query.get('maxwidth'), DEFAULT_WIDTH),
        height: atMost(query.get('maxheight'), embedHeight),
        ...{ provider_name: name, provider_url: siteUrl, cache_age: DAY },
      }),
    };
  },
};
