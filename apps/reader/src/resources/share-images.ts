import { id, slug } from '../http/route.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../next/reader-api.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import { findBoard } from './boards/find-board.ts';
import type { Resource, ResourceAddress, ResourceRoute } from './resource.ts';
import { articleSharePath, boardSharePath, shareImage } from './share/share-address.ts';
import {
  articleCard,
  boardCard,
  findingCard,
  journalCard,
  type ShareCard,
} from './share/share-card.ts';

type Find = (address: ResourceAddress) => Promise<ShareCard | null>;

function share(path: ResourceRoute['path'], find: Find): ResourceRoute {
  const make = async (address: ResourceAddress): Promise<Resource | null> => {
    const card = await find(address);
    if (card === null) return null;
    return { type: shareImage.type, body: await makePicture({ kind: 'share', card }) };
  };
  return { path: [...path, 'share.png'], make };
}

const journal = () => readerApi().journal.get();

/** The share images of links in messages and networks: the journal's, and those of its pages. */
export const shareImages: readonly ResourceRoute[] = [
  share([], async () => journalCard(await journal())),
  share(['articles', slug], async ({ segments: [, requestedSlug = ''] }) => {
    const article = await findForPage((api) => api.articles.bySlug({ slug: requestedSlug }));
    if (article === null) return null;
    sendOnIfMoved(requestedSlug, article.slug, articleSharePath);
    return articleCard(article, await journal());
  }),
  share(['findings', id], async ({ segments: [, requestedId = ''] }) => {
    const page = await findForPage((api) => api.findings.byId({ id: requestedId }));
    return page === null ? null : findingCard(page.finding, await journal());
  }),
  ...(['issues', 'actors'] as const).map((page) =>
    share([page, slug], async ({ segments: [, requestedSlug = ''] }) => {
      const board = await findBoard(page, requestedSlug, boardSharePath);
      return board === null ? null : boardCard(page, board, await journal());
    }),
  ),
];
