import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseKnownRowsIn, parseRowsIn } from '../statement.ts';
import { type ArticleFilter, articleCondition } from './article-filters.ts';
import {
  type ArticleListItem,
  type ArticleName,
  listArticleNames,
  listArticlesWhere,
} from './article-list.ts';
import { countRows } from './list-filters.ts';
import { orderBy, pageOfFound, partOfPage } from './list-order.ts';
import { isOwnArticle } from './ownership.ts';
import type { OrderedRequest, QueryPage } from './page.ts';
import { isOutOfTrash } from './trash.ts';

const { sql } = Prisma;

const Found = z.object({ id: z.string(), key: z.union([z.date(), z.string()]), own: z.boolean() });
type Found = z.infer<typeof Found>;

/**
 * Lists the articles visible to a contributor: working copies of their own, and the published views
 * of all others. Search looks in those same texts only, so that it reveals nothing of a working copy.
 */
export async function listVisibleArticles(
  db: Transaction,
  accountId: string,
  { cursor, limit, order = 'newest', counted, ...filter }: ArticleFilter & OrderedRequest,
): Promise<QueryPage<ArticleListItem>> {
  const paging = { cursor, limit, order };
  const own = sql`from article a
     where ${isOwnArticle(accountId)} and ${isOutOfTrash(sql`a.id`)}
       and ${articleCondition(filter, 'own')}`;
  const others = sql`from published_article p join article a on a.id = p.id
     where p.visible_from <= now() and not ${isOwnArticle(accountId)}
       and ${articleCondition(filter, 'published')}`;
  const ofOwn = { at: sql`a.saved_at`, name: sql`a.headline`, id: sql`a.id` };
  const ofOthers = { at: sql`p.revised_at`, name: sql`p.summary ->> 'headline'`, id: sql`p.id` };
  const keyOf = ({ at, name }: typeof ofOwn) => (order === 'name' ? sql`${name}` : sql`${at}`);
  const rows = await parseRowsIn(
    db,
    Found,
    sql`
    (select a.id, ${keyOf(ofOwn)} as key, true as own ${own} and ${partOfPage(paging, ofOwn)})
    union all
    (select p.id, ${keyOf(ofOthers)} as key, false as own ${others}
       and ${partOfPage(paging, ofOthers)})
    order by ${orderBy(order, sql`key`, sql`id`)} limit ${limit + 1}`,
  );
  const page = await pageOfFound(rows, limit, (found) => itemsOf(db, found));
  if (!counted) return page;
  return { ...page, count: await countRows(db, sql`select ${own} union all select ${others}`) };
}

/** The rows of what was found, in any order. */
async function itemsOf(db: Transaction, found: Found[]): Promise<ArticleListItem[]> {
  const idsOf = (own: boolean) => found.flatMap((row) => (row.own === own ? [row.id] : []));
  return [
    ...(await listArticlesWhere(db, { id: { in: idsOf(true) } }, found.length)),
    ...(await listPublished(db, idsOf(false))).map(itemOfPublished),
  ];
}

/** The fields of a stored summary that lists show; a newer version may have stored more. */
const Summary = ArticleSummary.pick({
  ...{ id: true, slug: true, section: true, headline: true, genre: true, language: true },
  ...{ direction: true, retracted: true, publishedAt: true, revisedAt: true, findingCount: true },
}).strip();

const Published = z.object({
  summary: Summary,
  path: z.string().nullable(),
  topics: z.array(z.object({ id: z.string(), name: z.string() })),
});
type Published = z.infer<typeof Published>;

async function listPublished(db: Transaction, ids: string[]): Promise<Published[]> {
  if (ids.length === 0) return [];
  return parseKnownRowsIn(
    db,
    Published,
    sql`
    select p.summary, p.path, coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name)
      from published_article_topic pt join topic t on t.id = pt.topic_id
      where pt.article_id = p.id), '[]') as topics
    from published_article p where p.id = any(${ids}::uuid[]) and p.visible_from <= now()`,
  );
}

/** From the published view alone: nothing of the working copy, nor of who works on it. */
function itemOfPublished({ summary, path, topics }: Published): ArticleListItem {
  return {
    id: summary.id,
    kind: path === null ? 'article' : 'page',
    address: path,
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
  const own = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    sql`
    select a.id from article a where a.id = any(${ids}::uuid[]) and ${isOwnArticle(accountId)}`,
  );
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
