import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { TopicLink, TopicView } from '@viewpoints/domain/topics/topic-view';
import { findPublishedEntry } from './entries.ts';
import { countIn, countRows } from './expressions.ts';
import { published } from './reader-tables.ts';

const topicLinks = published.selectFrom('topic as t').select(['t.slug', 't.name', 't.description']);

/** With how much is filed under each, for which all of it is looked at. */
const topics = topicLinks.select((eb) =>
  countIn(
    eb
      .selectFrom('published_article_topic as p')
      .innerJoin('published_article as a', 'a.id', 'p.article_id')
      .select(countRows.as('count'))
      .whereRef('p.topic_id', '=', 't.id')
      .where(({ not }) => not('a.retracted')),
  ).as('articleCount'),
);

/** The journal's navigation: topics that something published is filed under, in their order. */
export function listPublishedTopicLinks(db: ReaderDatabase): Promise<TopicLink[]> {
  return selectRows(db, topicLinks.orderBy('t.position').orderBy('t.name'));
}

/** The same with how much is filed under each. */
export function listPublishedTopics(db: ReaderDatabase): Promise<TopicView[]> {
  return selectRows(db, topics.orderBy('t.position').orderBy('t.name'));
}

/** A topic and how much is filed under it, by its address or a former one. */
export async function findPublishedTopic(
  db: ReaderDatabase,
  slug: string,
): Promise<{ id: string; topic: TopicView } | null> {
  const found = await findPublishedEntry(db, 'topic', slug);
  if (found === null) return null;
  const topic = await selectFirst(db, topics.where('t.id', '=', found.id));
  return topic === null ? null : { id: found.id, topic };
}
