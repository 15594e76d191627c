import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { queueFilterInputs } from '@viewpoints/db/editorial/queue-filters';
import {
  countArticleQueue,
  countFindingQueue,
  listArticleQueue,
  listFindingQueue,
} from '@viewpoints/db/editorial/queues';
import {
  articleQueues,
  daysDue,
  daysStuck,
  findingQueues,
  type Queue,
} from '@viewpoints/domain/desk/queues';
import { z } from 'zod';
import { byName, page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { queueOwner } from './queue-owner.ts';

const stuckAfter = z.int().min(1).max(365).default(daysStuck);
const settings = (days: number) => ({ dueWithin: daysDue, stuckAfter: days });

export const queuesRouter = router({
  /** How much is in each queue, of what this person may see and of what the filters leave. */
  counts: permitted('desk.view')
    .input(z.strictObject({ stuckAfter, ...queueFilterInputs }))
    .query(async ({ ctx: { editorial, account }, input: { stuckAfter, ...filter } }) => {
      const owner = await queueOwner(editorial, account);
      const counts: [Queue, number][] = [];
      for (const queue of articleQueues)
        counts.push([
          queue,
          await countArticleQueue(editorial, queue, owner, { ...settings(stuckAfter), filter }),
        ]);
      for (const queue of findingQueues)
        counts.push([queue, await countFindingQueue(editorial, queue, owner, filter)]);
      return Object.fromEntries(counts) as Record<Queue, number>;
    }),
  /** Those who can be given an article, by name. */
  people: permitted('article.assign').query(async ({ ctx: { editorial } }) =>
    (await listColleagues(editorial)).map(({ id, name }) => ({ id, name })),
  ),
  articles: permitted('desk.view')
    .input(byName.extend({ queue: z.enum(articleQueues), stuckAfter, ...queueFilterInputs }))
    .query(async ({ ctx: { editorial, account }, input }) => {
      const { queue, stuckAfter, limit, cursor, ...filter } = input;
      const owner = await queueOwner(editorial, account);
      const listing = { ...request({ limit, cursor }), ...settings(stuckAfter), filter };
      return page(await listArticleQueue(editorial, queue, owner, listing));
    }),
  /** Findings by article, with how many of each wait. */
  findings: permitted('desk.view')
    .input(byName.extend({ queue: z.enum(findingQueues), ...queueFilterInputs }))
    .query(async ({ ctx: { editorial, account }, input: { queue, limit, cursor, ...filter } }) => {
      const owner = await queueOwner(editorial, account);
      const listing = { ...request({ limit, cursor }), filter };
      return page(await listFindingQueue(editorial, queue, owner, listing));
    }),
});
