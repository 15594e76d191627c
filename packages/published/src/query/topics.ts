import type { ReaderDatabase } from '@viewpoints/db/client';
import type { TopicLink, TopicView } from '@viewpoints/domain/topics/topic-view';
import { findByFormerSlug } from './former-slug.ts';

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
  const found = await findTopicId(db, slug);
  if (found === null) return null;
  const [topic] = await db.rows<TopicView>(
    `SELECT slug, name, description, ${articleCount} FROM topic t WHERE id = $1::uuid`,
    [found.id],
  );
  return topic === undefined ? null : { id: found.id, topic };
}

/** A topic's id, by its address or a former one, and what it is called, without counting. */
export async function findTopicId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  const found = await findRow(db, 'slug = $1', slug);
  if (found !== null) return found;
  const id = await findByFormerSlug(db, 'topic', slug);
  return id === null ? null : findRow(db, 'id = $1::uuid', id);
}

async function findRow(
  db: ReaderDatabase,
  where: 'slug = $1' | 'id = $1::uuid',
  value: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  const [row] = await db.rows<{ id: string; slug: string; name: string }>(
    `SELECT id, slug, name FROM topic WHERE ${where}`,
    [value],
  );
  return row ?? null;
}
