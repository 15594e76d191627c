import type { EditorialDatabase } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { dayRange, ListDay } from '@viewpoints/db/editorial/list-filters';
import {
  findMedia,
  listMedia,
  listMediaUses,
  type MediaItem,
} from '@viewpoints/db/editorial/media';
import type { Principal } from '@viewpoints/domain/accounts/account';
import {
  articleSubject,
  can,
  canOnAll,
  type PermissionSettings,
} from '@viewpoints/domain/accounts/permissions';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { dayOf } from '@viewpoints/domain/text/day-of';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { inOrder, orderedPage, orderedRequest } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { checkMedia } from './check-media.ts';
import { removeMedia } from './remove-media.ts';
import { SaveMedia, saveMedia } from './save-media.ts';
import { isMediaVisible, visibleFileIds } from './visible-media.ts';

const OneMedia = z.strictObject({ id: Id });

/** File names may name people, and licences are the desk's: only who edits pictures gets them. */
const redactFor = (acting: Principal, media: MediaItem): MediaItem =>
  canOnAll(acting, 'media.edit')
    ? media
    : { ...media, fileName: '', licence: '', licenceUntil: null };

/** A media item as an account sees it, with whether it may mark the item as checked. */
const shownTo = (acting: Principal, media: MediaItem, settings: PermissionSettings) => ({
  ...redactFor(acting, media),
  may: { check: can(acting, 'media.check', { ownerIds: [media.uploadedBy.id] }, settings) },
});

/** A picture or file that the caller may see. */
async function findVisible(
  { editorial, account }: { editorial: EditorialDatabase; account: Principal },
  id: string,
): Promise<MediaItem> {
  const media = await findMedia(editorial, id);
  const isFile = media !== null && media.pages !== null;
  if (media === null || !(await isMediaVisible(editorial, account, { id, isFile })))
    throw notFound('picture');
  return media;
}

/** Pictures and files; their bytes come and go by `POST /media` and `GET /media/{id}`. */
export const mediaRouter = router({
  list: permitted('media.list')
    .input(
      inOrder(TimeOrder).extend({
        q: text(200).optional(),
        kind: z.enum(['picture', 'file']).optional(),
        expired: z.boolean().optional(),
        uploader: Id.optional(),
        /** The first and the last day of uploading, in the journal's time zone. */
        from: ListDay.optional(),
        to: ListDay.optional(),
      }),
    )
    .query(async ({ ctx, input: { expired, uploader, from, to, ...input } }) => {
      const byFileName = canOnAll(ctx.account, 'media.edit');
      const journal = await getJournal(ctx.editorial);
      // Accounts that do not see licences cannot filter by them either.
      if (expired && !byFileName) return { items: [], nextCursor: null };
      const expiredBefore = expired
        ? dayOf(ctx.now?.() ?? new Date(), journal.timeZone)
        : undefined;
      const listing = orderedRequest(input);
      const found = await listMedia(ctx.editorial, {
        ...{ ...listing, byFileName, expiredBefore, uploadedBy: uploader },
        fileIds: await visibleFileIds(ctx.editorial, ctx.account),
        uploaded: await dayRange(ctx.editorial, { from, to }),
      });
      const { items, ...more } = orderedPage(found, listing);
      return { items: items.map((media) => shownTo(ctx.account, media, journal)), ...more };
    }),
  get: permitted('media.view')
    .input(OneMedia)
    .query(async ({ ctx, input }) => {
      const media = await findVisible(ctx, input.id);
      return shownTo(ctx.account, media, await getJournal(ctx.editorial));
    }),
  /** Its uses: articles that the caller may see, and how many others there are. */
  uses: permitted('media.view')
    .input(OneMedia)
    .query(async ({ ctx, input }) => {
      await findVisible(ctx, input.id);
      const all = await listMediaUses(ctx.editorial, input.id);
      const settings = await getJournal(ctx.editorial);
      const articles = all.filter(
        (article) => can(ctx.account, 'article.view', articleSubject(article), settings).ok,
      );
      return {
        articles: articles.map(({ id, headline, isPublic }) => ({ id, headline, isPublic })),
        others: all.length - articles.length,
      };
    }),
  save: permitted('media.edit')
    .input(SaveMedia)
    .mutation(({ ctx, input }) => saveMedia(ctx, input)),
  check: permitted('media.check')
    .input(OneMedia)
    .mutation(({ ctx, input }) => checkMedia(ctx, input.id)),
  remove: permitted('media.remove')
    .input(OneMedia)
    .mutation(({ ctx, input }) => removeMedia(ctx, input.id)),
});
