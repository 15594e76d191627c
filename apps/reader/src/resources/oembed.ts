import { Slug } from '@viewpoints/domain/values';
import { typed } from '../http/route.ts';
import { findForPage, readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { embedCode, embedHeight } from './embed-address.ts';
import type { ResourceRoute } from './resource.ts';

const DAY = 24 * 3600;
const DEFAULT_WIDTH = 800;

/** The largest size that is wanted, in CSS pixels, or else ours. */
const atMost = (wanted: string | null, size: number): number => {
  const limit = Number(wanted ?? size);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, size) : size;
};

/** The board at the address of a page of this site; null for everything else. */
async function findBoard(url: string): Promise<{ path: string; title: string } | null> {
  const { siteUrl } = currentRender();
  if (!url.startsWith(`${siteUrl}/`)) return null;
  const path = url.slice(siteUrl.length).split(/[?#]/, 1)[0] ?? '';
  const [, kind = '', slug = '', ...rest] = path.replace(/\/board$/, '').split('/');
  if (rest.length > 0 || !Slug.safeParse(slug).success) return null;
  return findForPage(async (api) => {
    if (kind === 'issues') {
      const { issue } = await api.issues.bySlug({ slug });
      return { path: `/issues/${issue.slug}`, title: `Who stands where: ${issue.name}` };
    }
    if (kind !== 'actors') return null;
    const { actor } = await api.actors.bySlug({ slug });
    return { path: `/actors/${actor.slug}`, title: `Where they stand: ${actor.name}` };
  });
}

/** How a stance board is shown on another site (oEmbed 1.0, JSON). */
export const oembed: ResourceRoute = {
  path: ['oembed'],
  query: { url: typed, format: (value) => value === 'json', maxwidth: typed, maxheight: typed },
  // Not cached: any address can be asked for.
  kept: false,
  make: async ({ query }) => {
    const board = await findBoard(query.get('url') ?? '');
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
