import type { TopicView } from '@viewpoints/domain/topics/topic-view';
import type { ReaderDatabase } from '../client.ts';
import { findByFormerSlug } from './former-slug.ts';

const columns = {
  ...{ id: true, slug: true, name: true, description: true },
  _count: { select: { published: { where: { article: { retracted: false } } } } },
} as const;

type Row = {
  id: string;
  slug: string;
  name: string;
  description: string;
  _count: { published: number };
};

const viewOf = ({ slug, name, description, _count }: Row): TopicView => ({
  slug,
  name,
  description,
  articleCount: _count.published,
});

/** The journal's navigation: topics that something published is filed under, in their order. */
export async function listTopics(db: ReaderDatabase): Promise<TopicView[]> {
  const rows = await db.topic.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: columns,
  });
  return rows.map(viewOf);
}

export async function findTopic(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; topic: TopicView } | null> {
  const row =
    (await db.topic.findUnique({ where: { slug }, select: columns })) ??
    (await findFormer(db, slug));
  return row === null ? null : { id: row.id, topic: viewOf(row) };
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'topic', slug);
  return id === null ? null : db.topic.findUnique({ where: { id }, select: columns });
}
