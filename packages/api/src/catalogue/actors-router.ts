import * as actors from '@viewpoints/db/editorial/actors';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { type Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'actor',
  lock: actors.lockActor,
  insert: actors.insertActor,
  update: actors.updateActor,
  remove: actors.deleteActor,
} as const;

/** Notes are protected: only who edits actors gets them. */
const redactFor = (acting: Principal, actor: Actor): Actor =>
  canOnAll(acting, 'actor.edit') ? actor : { ...actor, note: '' };

export const actorsRouter = router({
  list: permitted('actor.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) => {
      const { items, ...more } = page(await actors.listActors(ctx.editorial, request(input)));
      return { items: items.map((actor) => redactFor(ctx.account, actor)), ...more };
    }),
  get: permitted('actor.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await actors.findActor(ctx.editorial, input.id);
      if (entry === null) throw notFound('actor');
      return redactFor(ctx.account, entry);
    }),
  create: permitted('actor.create')
    .input(ActorContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('actor.edit')
    .input(saveOf(ActorContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('actor.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
