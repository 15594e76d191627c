import { z } from 'zod';
import { Named } from '../findings/finding-view.ts';

export const TopicView = Named.extend({
  description: z.string(),
  articleCount: z.int().min(0),
});
export type TopicView = z.infer<typeof TopicView>;
