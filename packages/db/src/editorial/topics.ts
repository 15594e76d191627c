import type { Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import type { Transaction } from '../client.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

export async function findTopic(db: Transaction, id: string): Promise<Topic | null> {
  return db.topic.findUnique({ where: { id } });
}

/** Takes the topic for this transaction. */
export async function lockTopic(tx: Transaction, id: string): Promise<Topic | null> {
  await tx.$queryRaw`select 1 from topic where id = ${id}::uuid for no key update`;
  return findTopic(tx, id);
}

/** Lists topics by name, those whose name or slug holds `q`. */
export async function listTopics(
  db: Transaction,
  { q, cursor, limit }: { q?: string | undefined } & PageRequest,
): Promise<QueryPage<Topic>> {
  const rows = await db.topic.findMany({
    where: {
      AND: [
        q === undefined
          ? {}
          : { OR: [{ name: { contains: q, mode: 'insensitive' } }, { slug: { contains: q } }] },
        cursor === null
          ? {}
          : { OR: [{ name: { gt: cursor.key } }, { name: cursor.key, id: { gt: cursor.id } }] },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, { item: (row) => row, cursor: ({ name, id }) => ({ key: name, id }) });
}

export async function insertTopic(
  tx: Transaction,
  id: string,
  content: TopicContent,
): Promise<Topic> {
  return tx.topic.create({ data: { id, ...content, save: 1 } });
}

export async function updateTopic(
  tx: Transaction,
  id: string,
  content: TopicContent,
): Promise<Topic> {
  const data = { ...content, save: { increment: 1 } };
  return tx.topic.update({ where: { id }, data });
}

/** Removes a topic that nothing refers to; the database refuses it otherwise. */
export async function deleteTopic(tx: Transaction, id: string): Promise<void> {
  await tx.topic.delete({ where: { id } });
}
