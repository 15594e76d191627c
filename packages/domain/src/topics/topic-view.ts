import { z } from 'zod';
import { Named } from '../findings/finding-view.ts';

/** A topic as navigation names it. */
export const TopicLink = Named.extend({ description: z.string() });
export type TopicLink = z.infer<typeof TopicLink>;

export const TopicView = TopicLink.extend({ articleCount: z.int().min(0) });
export type TopicView = z.infer<typeof TopicView>;
