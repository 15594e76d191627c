/** Articles that wait for a step, by who has to take it and why. */
export const articleQueues = ['mine', 'review', 'approve', 'confirm', 'due', 'stuck'] as const;
export type ArticleQueue = (typeof articleQueues)[number];

/** Findings that need a look, grouped by article. */
export const findingQueues = ['verify', 'review_by'] as const;
export type FindingQueue = (typeof findingQueues)[number];

/** In the order in which the desk shows them. */
export const queues = [
  'mine',
  'review',
  'approve',
  'confirm',
  'verify',
  'due',
  'stuck',
  'review_by',
] as const;
export type Queue = ArticleQueue | FindingQueue;

/** How many days ahead the queue of what is due looks. */
export const daysDue = 7;

/** After how many days without anything happening an article is stuck, unless another number is given. */
export const daysStuck = 14;
