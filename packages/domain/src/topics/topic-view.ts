import { z } from 'zod';
import type { Topic } from './topic.ts';

export const TopicView = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
});
export type TopicView = z.infer<typeof TopicView>;

export function topicViewOf(topic: Topic): TopicView {
  return TopicView.parse({ slug: topic.slug, name: topic.name, description: topic.description });
}
