import { TopicView } from '@viewpoints/domain/topics/topic-view';
import { tag } from '@viewpoints/published/changes/tags';
import { findPublishedTopic, listPublishedTopics } from '@viewpoints/published/query/topics';
import { z } from 'zod';
import { bySlug, orNotFound } from '../reader-inputs.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';

export const topicsReaderRouter = readerRouter({
  /**
   * The navigation, in its order. Noted as the names alone, which every page shows: a page that
   * shows the counts is to be noted under `list:articles` as well.
   */
  list: readerProcedureAt('/topics', 'Topics, in the order of the navigation')
    .output(z.array(TopicView))
    .query(({ ctx }) => {
      ctx.show?.(['list:topics']);
      return listPublishedTopics(ctx.reader);
    }),

  bySlug: readerProcedureAt('/topics/{slug}', 'A topic', { slug: 'water' })
    .input(bySlug)
    .output(TopicView)
    .query(async ({ ctx, input: { slug } }) => {
      const { topic } = orNotFound(ctx, 'topic', slug, await findPublishedTopic(ctx.reader, slug));
      ctx.show?.([tag.topic(topic.slug)]);
      return topic;
    }),
});
