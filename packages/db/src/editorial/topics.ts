import type { Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import { catalogueTable } from './catalogue-table.ts';

/** The navigation of the reading site. */
export const topicTable = catalogueTable({
  kind: 'topic',
  model: (db) => db.topic,
  entryOf: (row): Topic => row,
  columnsOf: (content: TopicContent) => content,
});
