import { Prisma } from '../generated/client.ts';
import { type ArticleFilter, articleCondition, articleFilterInputs } from './article-filters.ts';
import { filterCondition } from './finding-filters.ts';

const { genre, topic, author, terms, from, to } = articleFilterInputs;

/** The filters of all queues, so that the counts of all of them are of the same filter. */
export const queueFilterInputs = { genre, topic, author, terms, from, to };

export type QueueFilter = Pick<ArticleFilter, keyof typeof queueFilterInputs>;

/** The condition on an article (`a`) of a queue: queues hold nothing that is seen only as published. */
export const articleQueueCondition = (filter: QueueFilter): Prisma.Sql =>
  articleCondition(filter, 'own');

/** The condition on a finding (`f`) of a queue and its article (`a`): terms and days are the finding’s. */
export function findingQueueCondition({ terms, from, to, ...ofArticle }: QueueFilter): Prisma.Sql {
  const ofFinding = Object.fromEntries(
    Object.entries({ terms, from, to }).filter(([, value]) => value !== undefined),
  );
  return Prisma.sql`${articleCondition(ofArticle, 'own')} and ${filterCondition(ofFinding, 'own')}`;
}
