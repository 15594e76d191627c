import { MenusView } from '@viewpoints/domain/menus/menus-view';
import { getPublishedMenus } from '@viewpoints/published/query/menus';
import { z } from 'zod';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const menusReaderRouter = readerRouter({
  /** Head and foot of every page, and where the journal is elsewhere. */
  get: readerProcedureAt('/menus', 'The menus in the head and the foot of every page')
    .input(z.strictObject({}).prefault({}))
    .output(MenusView)
    .query(async ({ ctx }) => {
      // A tag of what the menus show, and none of what each entry leads to: every page carries them.
      ctx.show?.(['menus', 'journal']);
      const menus = await getPublishedMenus(ctx.reader);
      if (!menus.edited.head) ctx.show?.(['list:topics']);
      return menus;
    }),
});
