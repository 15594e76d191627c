import { momentOf } from '../moment.ts';
import { permitted, router } from '../trpc.ts';
import { SaveMenus } from './menu-inputs.ts';
import { saveMenus } from './save-menus.ts';
import { showMenus } from './show-menus.ts';

export const menusRouter = router({
  get: permitted('menus.view').query(async ({ ctx }) =>
    showMenus(ctx.editorial, await momentOf(ctx)),
  ),
  save: permitted('menus.save')
    .input(SaveMenus)
    .mutation(({ ctx, input }) => saveMenus(ctx, input)),
});
