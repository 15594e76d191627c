import * as topics from '@viewpoints/db/editorial/topics';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted, router } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

const catalogue = {
  kind: 'topic',
  lock: topics.lockTopic,
  insert: topics.insertTopic,
  update: topics.updateTopic,
  remove: topics.deleteTopic,
} as const;

export const topicsRouter = router({
  list: permitted('topic.list')
    .input(ListEntries)
    .query(async ({ ctx, input }) => page(await topics.listTopics(ctx.editorial, request(input)))),
  get: permitted('topic.list')
    .input(OneEntry)
    .query(async ({ ctx, input }) => {
      const entry = await topics.findTopic(ctx.editorial, input.id);
      if (entry === null) throw notFound('topic');
      return entry;
    }),
  create: permitted('topic.create')
    .input(TopicContent)
    .mutation(({ ctx, input }) => createEntry(ctx, catalogue, input)),
  save: permitted('topic.edit')
    .input(saveOf(TopicContent))
    .mutation(({ ctx, input }) => saveEntry(ctx, catalogue, input)),
  remove: permitted('topic.remove')
    .input(OneEntry)
    .mutation(({ ctx, input }) => removeEntry(ctx, catalogue, input.id)),
});
