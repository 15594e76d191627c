import type { Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import type { Transaction } from '../client.ts';
import { catalogueTable } from './catalogue-table.ts';

/** The navigation of the reading site. */
export const topicTable = catalogueTable({
  kind: 'topic',
  model: (db) => db.topic,
  entryOf: (row): Topic => row,
  columnsOf: (content: TopicContent) => content,
});

/** Names of topics by their ids; those that are gone are left out. */
export async function listTopicNames(
  db: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.topic.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
