import { id, slug } from '../http/route.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../next/reader-api.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import type { Resource, ResourceAddress, ResourceRoute } from './resource.ts';
import { articleSharePath, boardSharePath, shareImage } from './share/share-address.ts';
import {
  actorRubric,
  articleCard,
  boardCard,
  findingCard,
  issueRubric,
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
  share(['issues', slug], async ({ segments: [, requestedSlug = ''] }) => {
    const board = await findForPage((api) => api.issues.board({ slug: requestedSlug }));
    if (board === null) return null;
    const { issue, rows } = board;
    sendOnIfMoved(requestedSlug, issue.slug, (now) => boardSharePath(`/issues/${now}`));
    return boardCard({ rubric: issueRubric, title: issue.name, rows }, await journal());
  }),
  share(['actors', slug], async ({ segments: [, requestedSlug = ''] }) => {
    const found = await findForPage(async (api) => ({
      ...(await api.actors.bySlug({ slug: requestedSlug })),
      board: await api.actors.board({ slug: requestedSlug }),
    }));
    if (found === null) return null;
    const { actor, board } = found;
    sendOnIfMoved(requestedSlug, actor.slug, (now) => boardSharePath(`/actors/${now}`));
    const rows = board.actors[0]?.rows ?? [];
    return boardCard({ rubric: actorRubric, title: actor.name, rows }, await journal());
  }),
];
