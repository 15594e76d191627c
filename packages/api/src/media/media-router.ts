import { findMedia, listMedia, type MediaItem } from '@viewpoints/db/editorial/media';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime, page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { removeMedia } from './remove-media.ts';
import { SaveMedia, saveMedia } from './save-media.ts';

const OneMedia = z.strictObject({ id: Id });

/** File names may name people: only who edits pictures gets them. */
const redactFor = (acting: Principal, media: MediaItem): MediaItem =>
  canOnAll(acting, 'media.edit') ? media : { ...media, fileName: '' };

/** Pictures; their bytes come and go by `POST /media` and `GET /media/{id}`. */
export const mediaRouter = router({
  list: permitted('media.list')
    .input(byTime.extend({ q: text(200).optional() }))
    .query(async ({ ctx, input }) => {
      const byFileName = canOnAll(ctx.account, 'media.edit');
      const found = await listMedia(ctx.editorial, { ...request(input), byFileName });
      const { items, ...more } = page(found);
      return { items: items.map((media) => redactFor(ctx.account, media)), ...more };
    }),
  get: permitted('media.view')
    .input(OneMedia)
    .query(async ({ ctx, input }) => {
      const media = await findMedia(ctx.editorial, input.id);
      if (media === null) throw notFound('picture');
      return redactFor(ctx.account, media);
    }),
  save: permitted('media.edit')
    .input(SaveMedia)
    .mutation(({ ctx, input }) => saveMedia(ctx, input)),
  remove: permitted('media.remove')
    .input(OneMedia)
    .mutation(({ ctx, input }) => removeMedia(ctx, input.id)),
});
