import type { TopicView } from '@viewpoints/domain/topics/topic-view';
import type { ReaderDatabase } from '../client.ts';
import { findByFormerSlug } from './former-slug.ts';

const columns = `t.id, t.slug, t.name, t.description,
  (SELECT count(*)::int FROM published_article_topic p JOIN published_article a ON a.id = p.article_id
   WHERE p.topic_id = t.id AND NOT a.retracted) AS "articleCount"`;

type Row = TopicView & { id: string };

const viewOf = ({ id: _, ...topic }: Row): TopicView => topic;

/** The journal's navigation: topics that something published is filed under, in their order. */
export async function listTopics(db: ReaderDatabase): Promise<TopicView[]> {
  const rows = await db.rows<Row>(`SELECT ${columns} FROM topic t ORDER BY t.position, t.name`);
  return rows.map(viewOf);
}

export async function findTopic(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; topic: TopicView } | null> {
  const row = (await findRow(db, 't.slug = $1', slug)) ?? (await findFormer(db, slug));
  return row === null ? null : { id: row.id, topic: viewOf(row) };
}

/** The id behind a topic's address, present or former, with its present slug: without counting. */
export async function findTopicId(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; slug: string } | null> {
  const [row] = await db.rows<{ id: string; slug: string }>(
    'SELECT id, slug FROM topic WHERE slug = $1',
    [slug],
  );
  if (row !== undefined) return row;
  const former = await findFormer(db, slug);
  return former === null ? null : { id: former.id, slug: former.slug };
}

async function findRow(db: ReaderDatabase, where: string, value: string): Promise<Row | null> {
  const [row] = await db.rows<Row>(`SELECT ${columns} FROM topic t WHERE ${where}`, [value]);
  return row ?? null;
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'topic', slug);
  return id === null ? null : findRow(db, 't.id = $1::uuid', id);
}
