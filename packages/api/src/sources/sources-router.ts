import { findSourceChange } from '@viewpoints/db/editorial/source-changes';
import { findSource } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { SourceDescriptionContent } from '@viewpoints/domain/sources/source-description';
import { orderedPage, orderedRequest } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createSource } from './create-source.ts';
import { describeSource } from './describe-source.ts';
import { listVisibleSources } from './list-visible-sources.ts';
import { previewSource } from './preview-source.ts';
import { recordWaiver } from './record-waiver.ts';
import { removeSource } from './remove-source.ts';
import { enterDescribedSource, resolveDescription } from './resolve-description.ts';
import { confirmSourceChange, discardSourceChange, saveSource } from './save-source.ts';
import { signOffWaiver } from './sign-off-waiver.ts';
import * as inputs from './source-inputs.ts';

export const sourcesRouter = router({
  list: permitted('source.list')
    .input(inputs.ListSources)
    .query(async ({ ctx, input }) => {
      const listing = orderedRequest(input);
      return orderedPage(await listVisibleSources(ctx.editorial, ctx.account, listing), listing);
    }),
  get: permitted('source.view')
    .input(inputs.OneSource)
    .query(async ({ ctx, input: { id } }) => {
      const source = await findSource(ctx.editorial, id);
      if (source === null) throw notFound('source');
      return source;
    }),
  create: permitted('source.create')
    .input(SourceContent)
    .mutation(({ ctx, input }) => createSource(ctx, input)),
  save: permitted('source.edit')
    .input(inputs.SaveSource)
    .mutation(({ ctx, input }) => saveSource(ctx, input)),
  /** Previews what saving would hide from readers; changes nothing. */
  effects: permitted('source.edit')
    .input(inputs.SaveSource)
    .query(({ ctx, input }) => previewSource(ctx, input)),
  change: router({
    /** The change that waits for a second person; null if none does. */
    get: permitted('source.view')
      .input(inputs.OneSource)
      .query(({ ctx, input: { id } }) => findSourceChange(ctx.editorial, id)),
    confirm: permitted('source.confirm_change')
      .input(inputs.OneSource)
      .mutation(({ ctx, input }) => confirmSourceChange(ctx, input)),
    discard: permitted('source.edit')
      .input(inputs.OneSource)
      .mutation(({ ctx, input }) => discardSourceChange(ctx, input)),
  }),
  remove: permitted('source.remove')
    .input(inputs.OneSource)
    .mutation(({ ctx, input }) => removeSource(ctx, input.id)),
  describe: permitted('source.describe')
    .input(SourceDescriptionContent)
    .mutation(({ ctx, input }) => describeSource(ctx, input)),
  descriptions: router({
    enter: permitted('source.settle_description')
      .input(inputs.EnterDescribed)
      .mutation(({ ctx, input }) => enterDescribedSource(ctx, input)),
    settle: permitted('source.settle_description')
      .input(inputs.ResolveDescription)
      .mutation(({ ctx, input }) => resolveDescription(ctx, input)),
  }),
  waivers: router({
    list: permitted('waiver.list')
      .input(inputs.ListWaivers)
      .query(({ ctx, input: { sourceId } }) => listWaivers(ctx.editorial, [sourceId])),
    record: permitted('waiver.record')
      .input(inputs.RecordWaiver)
      .mutation(({ ctx, input }) => recordWaiver(ctx, input)),
    signOff: permitted('waiver.sign_off')
      .input(inputs.SignOffWaiver)
      .mutation(({ ctx, input }) => signOffWaiver(ctx, input)),
  }),
});
