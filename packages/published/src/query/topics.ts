import type { ReaderDatabase } from '@viewpoints/db/client';
import type { TopicLink, TopicView } from '@viewpoints/domain/topics/topic-view';
import { findEntry } from './entries.ts';

const articleCount = `(SELECT count(*)::int
  FROM published_article_topic p JOIN published_article a ON a.id = p.article_id
  WHERE p.topic_id = t.id AND NOT a.retracted) AS "articleCount"`;

/** The journal's navigation: topics that something published is filed under, in their order. */
export function listTopicLinks(db: ReaderDatabase): Promise<TopicLink[]> {
  return db.rows<TopicLink>('SELECT slug, name, description FROM topic ORDER BY position, name');
}

/** The same with how much is filed under each, for which all of it is looked at. */
export function listTopics(db: ReaderDatabase): Promise<TopicView[]> {
  return db.rows<TopicView>(
    `SELECT slug, name, description, ${articleCount} FROM topic t ORDER BY position, name`,
  );
}

/** A topic and how much is filed under it, by its address or a former one. */
export async function findTopic(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; topic: TopicView } | null> {
  const found = await findEntry(db, 'topic', slug);
  if (found === null) return null;
  const [topic] = await db.rows<TopicView>(
    `SELECT slug, name, description, ${articleCount} FROM topic t WHERE id = $1::uuid`,
    [found.id],
  );
  return topic === undefined ? null : { id: found.id, topic };
}
