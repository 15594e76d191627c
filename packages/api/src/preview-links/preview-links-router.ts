import { permitted, router } from '../trpc.ts';
import { createPreviewLink } from './create-preview-link.ts';
import { listPreviewLinks } from './list-preview-links.ts';
import * as inputs from './preview-link-inputs.ts';
import { revokePreviewLink } from './revoke-preview-link.ts';

/** Links with which people without an account see an article as it would be published, and comment. */
export const previewLinksRouter = router({
  list: permitted('preview_link.list')
    .input(inputs.ListPreviewLinks)
    .query(({ ctx, input: { articleId } }) => listPreviewLinks(ctx, articleId)),
  create: permitted('preview_link.create')
    .input(inputs.CreatePreviewLink)
    .mutation(({ ctx, input }) => createPreviewLink(ctx, input)),
  revoke: permitted('preview_link.revoke')
    .input(inputs.OnePreviewLink)
    .mutation(({ ctx, input: { id } }) => revokePreviewLink(ctx, id)),
});
