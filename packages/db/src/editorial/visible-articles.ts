import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  type ArticleFilter,
  type ArticleListItem,
  type ArticleName,
  listArticleNames,
  listArticlesWhere,
} from './article-list.ts';
import { instant } from './instant.ts';
import { containsText, isOwnArticle, partOfPage } from './ownership.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

type Found = { id: string; at: Date; own: boolean };

/**
 * Lists the articles visible to a contributor: working copies of their own, and the published views
 * of all others. Search looks in those same texts only, so that it reveals nothing of a working copy.
 */
export async function listVisibleArticles(
  db: Transaction,
  accountId: string,
  { cursor, limit, ...filter }: ArticleFilter & PageRequest,
): Promise<QueryPage<ArticleListItem>> {
  const { states = [], genre, q, createdBy, assigneeId, topicId } = filter;
  const paging = { cursor, limit };
  const inOwn = Prisma.sql`
    (${states.length === 0} or a.state::text = any(${states}::text[]))
    and (${genre ?? null}::text is null or a.genre::text = ${genre ?? null})
    and (${createdBy ?? null}::uuid is null or a.created_by_id = ${createdBy ?? null}::uuid)
    and (${assigneeId ?? null}::uuid is null or exists (
      select from assignment s where s.article_id = a.id and s.assignee_id = ${assigneeId ?? null}::uuid))
    and (${topicId ?? null}::uuid is null or exists (
      select from article_topic t where t.article_id = a.id and t.topic_id = ${topicId ?? null}::uuid))
    and ${containsText(q, [Prisma.sql`a.headline`, Prisma.sql`a.standfirst`, Prisma.sql`a.slug`])}`;
  const inPublished = Prisma.sql`
    (${states.length === 0}
      or case when p.retracted then 'retracted' else 'published' end = any(${states}::text[]))
    and (${genre ?? null}::text is null or p.genre::text = ${genre ?? null})
    and ${createdBy === undefined && assigneeId === undefined}
    and (${topicId ?? null}::uuid is null or exists (
      select from published_article_topic t where t.article_id = p.id and t.topic_id = ${topicId ?? null}::uuid))
    and ${containsText(q, [
      Prisma.sql`p.summary ->> 'headline'`,
      Prisma.sql`p.summary ->> 'standfirst'`,
      Prisma.sql`p.slug`,
    ])}`;
  const rows = await db.$queryRaw<Found[]>`
    (select a.id, a.saved_at as at, true as own from article a
     where ${isOwnArticle(accountId)} and ${inOwn}
       and ${partOfPage(paging, { at: Prisma.sql`a.saved_at`, id: Prisma.sql`a.id` })})
    union all
    (select p.id, p.revised_at as at, false as own
     from published_article p join article a on a.id = p.id
     where p.visible_from <= now() and not ${isOwnArticle(accountId)} and ${inPublished}
       and ${partOfPage(paging, { at: Prisma.sql`p.revised_at`, id: Prisma.sql`p.id` })})
    order by at desc, id limit ${limit + 1}`;
  const page = pageOf(rows, limit, {
    item: (row) => row,
    cursor: ({ at, id }) => ({ key: instant(at), id }),
  });
  return { ...page, items: await itemsOf(db, page.items) };
}

/** The rows of a page, in its order. */
async function itemsOf(db: Transaction, found: Found[]): Promise<ArticleListItem[]> {
  const idsOf = (own: boolean) => found.flatMap((row) => (row.own === own ? [row.id] : []));
  const items = [
    ...(await listArticlesWhere(db, { id: { in: idsOf(true) } }, found.length)),
    ...(await listPublished(db, idsOf(false))).map(itemOfPublished),
  ];
  const byId = new Map(items.map((item) => [item.id, item]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

type Published = { summary: ArticleSummary; topics: { id: string; name: string }[] };

async function listPublished(db: Transaction, ids: string[]): Promise<Published[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Published[]>`
    select p.summary, coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
      from published_article_topic pt join topic t on t.id = pt.topic_id
      where pt.article_id = p.id), '[]') as topics
    from published_article p where p.id = any(${ids}::uuid[]) and p.visible_from <= now()`;
}

/** From the published view alone: nothing of the working copy, nor of who works on it. */
function itemOfPublished({ summary, topics }: Published): ArticleListItem {
  return {
    id: summary.id,
    slug: summary.slug,
    section: summary.section,
    headline: summary.headline,
    genre: summary.genre,
    language: summary.language,
    direction: summary.direction,
    state: summary.retracted ? 'retracted' : 'published',
    save: null,
    savedAt: summary.revisedAt,
    savedBy: null,
    createdBy: null,
    topics,
    publishAt: null,
    embargoUntil: null,
    firstPublishedAt: summary.publishedAt,
    live: true,
    findings: { all: summary.findingCount, proposed: 0 },
    assignment: null,
  };
}

/** Names of articles visible to a contributor; those of others by their public headline. */
export async function listVisibleArticleNames(
  db: Transaction,
  accountId: string,
  ids: string[],
): Promise<ArticleName[]> {
  if (ids.length === 0) return [];
  const own = await db.$queryRaw<{ id: string }[]>`
    select a.id from article a where a.id = any(${ids}::uuid[]) and ${isOwnArticle(accountId)}`;
  const ownIds = own.map(({ id }) => id);
  const others = await listPublished(
    db,
    ids.filter((id) => !ownIds.includes(id)),
  );
  return [
    ...(await listArticleNames(db, ownIds)),
    ...others.map(itemOfPublished).map(({ id, slug, headline, language, direction, state }) => ({
      ...{ id, slug, headline, language, direction, state },
    })),
  ];
}
