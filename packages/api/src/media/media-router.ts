import { getJournal } from '@viewpoints/db/editorial/journal';
import { findMedia, listMedia, type MediaItem } from '@viewpoints/db/editorial/media';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { can, canOnAll, type PermissionSettings } from '@viewpoints/domain/accounts/permissions';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime, page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { checkMedia } from './check-media.ts';
import { removeMedia } from './remove-media.ts';
import { SaveMedia, saveMedia } from './save-media.ts';

const OneMedia = z.strictObject({ id: Id });

/** File names may name people: only who edits pictures gets them. */
const redactFor = (acting: Principal, media: MediaItem): MediaItem =>
  canOnAll(acting, 'media.edit') ? media : { ...media, fileName: '' };

/** As somebody is shown it, with whether they may say that they looked at it. */
const shownTo = (acting: Principal, media: MediaItem, settings: PermissionSettings) => ({
  ...redactFor(acting, media),
  may: { check: can(acting, 'media.check', { ownerIds: [media.uploadedBy.id] }, settings) },
});

/** Pictures and files; their bytes come and go by `POST /media` and `GET /media/{id}`. */
export const mediaRouter = router({
  list: permitted('media.list')
    .input(byTime.extend({ q: text(200).optional(), kind: z.enum(['picture', 'file']).optional() }))
    .query(async ({ ctx, input }) => {
      const byFileName = canOnAll(ctx.account, 'media.edit');
      const found = await listMedia(ctx.editorial, { ...request(input), byFileName });
      const { items, ...more } = page(found);
      const journal = await getJournal(ctx.editorial);
      return { items: items.map((media) => shownTo(ctx.account, media, journal)), ...more };
    }),
  get: permitted('media.view')
    .input(OneMedia)
    .query(async ({ ctx, input }) => {
      const media = await findMedia(ctx.editorial, input.id);
      if (media === null) throw notFound('picture');
      return shownTo(ctx.account, media, await getJournal(ctx.editorial));
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
