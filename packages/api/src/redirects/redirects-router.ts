import { permitted, router } from '../trpc.ts';
import { addRedirect, removeRedirect, saveRedirect } from './edit-redirects.ts';
import { importRedirects } from './import-redirects.ts';
import { exportRedirects, getRedirect, listAllRedirects } from './list-redirects.ts';
import * as inputs from './redirect-inputs.ts';

/** Addresses that readers are sent on from: by editors, since a slug was changed, or from a former site. */
export const redirectsRouter = router({
  list: permitted('redirect.list')
    .input(inputs.ListRedirects)
    .query(({ ctx, input }) => listAllRedirects(ctx.editorial, input)),
  get: permitted('redirect.list')
    .input(inputs.OneRedirect)
    .query(({ ctx, input: { id } }) => getRedirect(ctx.editorial, id)),
  export: permitted('redirect.list')
    .input(inputs.ExportRedirects)
    .query(({ ctx, input }) => exportRedirects(ctx.editorial, input)),
  add: permitted('redirect.edit')
    .input(inputs.AddRedirect)
    .mutation(({ ctx, input }) => addRedirect(ctx, input)),
  save: permitted('redirect.edit')
    .input(inputs.SaveRedirect)
    .mutation(({ ctx, input }) => saveRedirect(ctx, input)),
  remove: permitted('redirect.remove')
    .input(inputs.RemoveRedirect)
    .mutation(({ ctx, input }) => removeRedirect(ctx, input)),
  import: permitted('redirect.edit')
    .input(inputs.ImportRedirects)
    .mutation(({ ctx, input }) => importRedirects(ctx, input)),
});
