import { z } from 'zod';

/** Articles that somebody's next step is awaited of, by whose and why. */
export const ArticleQueue = z.enum(['mine', 'review', 'approve', 'due', 'stuck']);
export type ArticleQueue = z.infer<typeof ArticleQueue>;

/** Findings that somebody has to look at, grouped by article. */
export const FindingQueue = z.enum(['verify', 'review_by']);
export type FindingQueue = z.infer<typeof FindingQueue>;

/** In the order in which the desk shows them. */
export const queues = ['mine', 'review', 'approve', 'verify', 'due', 'stuck', 'review_by'] as const;
export type Queue = ArticleQueue | FindingQueue;

/** How many days ahead the queue of what is due looks. */
export const daysDue = 7;

/** After how many days without anything happening an article is stuck, unless another number is given. */
export const daysStuck = 14;
