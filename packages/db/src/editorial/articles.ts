import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { writtenFields } from '@viewpoints/domain/articles/written-fields';
import { emptyDocument } from '@viewpoints/domain/document/document';
import type { ArticleKind, PageParent } from '@viewpoints/domain/pages/page-parent';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import {
  ArticleParts,
  articleColumns,
  articleOf,
  articlePartRows,
  articleParts,
  partsOf,
  partsOfRow,
} from './article-rows.ts';
import { recordChange, recordedBlocks } from './contributions.ts';
import { dateOrNull, instant } from './instant.ts';
import { placeColumns } from './pages.ts';
import { parseContentOf } from './unreadable-content.ts';

/**
 * An article with all its content; null if there is none.
 * @throws {UnreadableContent} if its content does not parse
 */
export async function findArticle(db: Transaction, id: string): Promise<Article | null> {
  const row = await db.article.findUnique({ where: { id } });
  if (row === null) return null;
  const [parts] = await parseRowsIn(
    db,
    ArticleParts,
    Prisma.sql`
    select array(select topic_id::text from article_topic where article_id = ${id}::uuid order by position) as "topicIds",
           array(select source_id::text from article_source where article_id = ${id}::uuid order by position) as "sourceIds",
           array(select author_id::text from article_author where article_id = ${id}::uuid order by position) as "authorIds",
           array(select picked_id::text from article_pick where article_id = ${id}::uuid order by position) as "pickIds"`,
  );
  if (parts === undefined) throw new Error(`the parts of article ${id} were not read`);
  return parseContentOf(db, id, () => articleOf(row, parts));
}

/** What rights and the workflow need to know of an article, without its content. */
export const findArticleStanding = async (
  db: Transaction,
  id: string,
): Promise<Pick<Article, 'createdBy' | 'state' | 'liveRevisionId'> | null> => {
  const row = await db.article.findUnique({
    where: { id },
    select: { createdById: true, state: true, liveRevisionId: true },
  });
  return (
    row && { createdBy: row.createdById, state: row.state, liveRevisionId: row.liveRevisionId }
  );
};

/**
 * Locks the row (`FOR NO KEY UPDATE`): a second writer waits, then sees what the first did.
 * Transactions that only refer to it, as a citation does, need not wait: two articles that cite
 * each other can be published at once.
 */
export async function lockArticle(tx: Transaction, id: string): Promise<Article | null> {
  const locked = await lockRowsIn(
    tx,
    Prisma.sql`select 1 from article where id = ${id}::uuid for no key update`,
  );
  return locked === 0 ? null : findArticle(tx, id);
}

/** Locks several articles, in the order of their ids. */
export async function lockArticles(tx: Transaction, ids: readonly string[]): Promise<void> {
  await lockRowsIn(
    tx,
    Prisma.sql`
    select 1 from article where id = any(${[...ids]}::uuid[]) order by id for no key update`,
  );
}

/** Whether another article has this slug. */
export async function slugTaken(
  db: Transaction,
  slug: string,
  exceptId: string | null,
): Promise<boolean> {
  const found = await db.article.findUnique({ where: { slug }, select: { id: true } });
  return found !== null && found.id !== exceptId;
}

export type NewArticle = {
  id: string;
  content: ArticleContent;
  by: string;
  at: Date;
  timeZone: string;
  kind?: ArticleKind;
  parent?: PageParent;
};

/** Adds a draft, with who began it as its first author. */
export async function insertArticle(
  tx: Transaction,
  { id, content, by, at, timeZone, kind = 'article', parent = null }: NewArticle,
): Promise<Article> {
  const row = await tx.article.create({
    data: {
      id,
      kind,
      ...placeColumns(parent),
      ...articleColumns(content),
      state: 'draft',
      createdById: by,
      createdAt: at,
      save: 1,
      savedById: by,
      savedAt: at,
      timeZone,
    },
  });
  await tx.articleChange.createMany({
    data: [{ articleId: id, save: 1, byId: by, at, fields: [] }],
  });
  await insertParts(tx, id, content);
  await recordChange(tx, {
    ...{ articleId: id, accountId: by, at },
    parts: writtenFields(null, content),
    blocks: recordedBlocks(emptyDocument, content.body),
    isFirst: true,
  });
  return articleOf(row, partsOf(content));
}

/** Adds the related rows of a new article: a statement for each kind that it has. */
async function insertParts(
  tx: Transaction,
  articleId: string,
  content: ArticleContent,
): Promise<void> {
  const rows = articlePartRows(content);
  const of = <Row>(kind: { create: Row[] }) => kind.create.map((row) => ({ articleId, ...row }));
  if (rows.topics.create.length > 0) await tx.articleTopic.createMany({ data: of(rows.topics) });
  if (rows.sources.create.length > 0) await tx.articleSource.createMany({ data: of(rows.sources) });
  if (rows.authors.create.length > 0) await tx.articleAuthor.createMany({ data: of(rows.authors) });
  if (rows.picks.create.length > 0) await tx.articlePick.createMany({ data: of(rows.picks) });
}

export type ArticleSave = {
  id: string;
  content: ArticleContent;
  by: string;
  at: Date;
  fields: string[];
};

/** Writes a save: the content, who and when, the next number, and which fields it touched. */
export async function writeArticleSave(tx: Transaction, written: ArticleSave): Promise<Article> {
  const article = await writeColumns(tx, written);
  await tx.articleChange.create({ data: changeOf(article, written) });
  return article;
}

/**
 * The same for one of many small writes: what one person writes in one minute is one change.
 * `isNew` says whether it now lists more fields.
 */
export async function writeLiveSave(
  tx: Transaction,
  written: ArticleSave,
): Promise<{ article: Article; isNew: boolean }> {
  const article = await writeChangedColumns(tx, written);
  const change = changeOf(article, written);
  const extended = await extendChange(tx, change);
  if (extended === null) await tx.articleChange.create({ data: change });
  return { article, isNew: extended?.isNew ?? true };
}

const changeOf = ({ id, save }: Article, { by, at, fields }: ArticleSave) => ({
  ...{ articleId: id, save, byId: by, at, fields },
});

/** Fields that are rows of other tables. */
const partFields: readonly string[] = ['topicIds', 'sourceIds', 'byline', 'pickIds'];

/** Leaves the rows of other tables alone where what they say has not changed. */
async function writeChangedColumns(tx: Transaction, written: ArticleSave): Promise<Article> {
  const { id, content, by, at, fields } = written;
  if (fields.some((field) => partFields.includes(field))) return writeColumns(tx, written);
  const row = await tx.article.update({
    where: { id },
    data: { ...articleColumns(content), save: { increment: 1 }, savedById: by, savedAt: at },
  });
  return articleOf(row, partsOf(content));
}

async function writeColumns(
  tx: Transaction,
  { id, content, by, at }: ArticleSave,
): Promise<Article> {
  const parts = articlePartRows(content);
  const row = await tx.article.update({
    where: { id },
    data: {
      ...articleColumns(content),
      topics: { deleteMany: {}, ...parts.topics },
      sources: { deleteMany: {}, ...parts.sources },
      authors: { deleteMany: {}, ...parts.authors },
      picks: { deleteMany: {}, ...parts.picks },
      save: { increment: 1 },
      savedById: by,
      savedAt: at,
    },
    include: articleParts,
  });
  return articleOf(row, partsOfRow(row));
}

/**
 * Puts a change into the newest one, where the same person made that in the same minute; null if
 * there is none. One of the note stays by itself: who changed that since is looked up.
 */
async function extendChange(
  tx: Transaction,
  { articleId, save, byId, at, fields }: ReturnType<typeof changeOf>,
): Promise<{ isNew: boolean } | null> {
  const newest = await tx.articleChange.findFirst({
    where: { articleId },
    orderBy: { save: 'desc' },
  });
  const minute = (time: Date) => Math.floor(time.getTime() / 60_000);
  if (newest === null || newest.byId !== byId || minute(newest.at) !== minute(at)) return null;
  if (newest.fields.length === 0 || newest.fields.includes('note')) return null;
  const all = [...new Set([...newest.fields, ...fields])];
  await tx.articleChange.update({
    where: { articleId_save: { articleId, save: newest.save } },
    data: { save, at, fields: all },
  });
  return { isNew: all.length > newest.fields.length };
}

/** Its place in the workflow: what a command other than a save changes. */
export type WorkflowColumns = Partial<
  Pick<
    Article,
    | 'state'
    | 'approvedRevisionId'
    | 'approvedBy'
    | 'liveRevisionId'
    | 'publishAt'
    | 'embargoUntil'
    | 'timeZone'
    | 'firstPublishedAt'
  >
>;

/** Changes it for an article that is locked, and was read since. */
export async function updateWorkflowColumns(
  tx: Transaction,
  locked: Article,
  standing: WorkflowColumns,
): Promise<Article> {
  const { approvedBy, publishAt, embargoUntil, firstPublishedAt, ...columns } = standing;
  const row = await tx.article.update({
    where: { id: locked.id },
    data: {
      ...columns,
      ...(approvedBy === undefined ? {} : { approvedById: approvedBy }),
      ...(publishAt === undefined ? {} : { publishAt: dateOrNull(publishAt) }),
      ...(embargoUntil === undefined ? {} : { embargoUntil: dateOrNull(embargoUntil) }),
      ...(firstPublishedAt === undefined ? {} : { firstPublishedAt: dateOrNull(firstPublishedAt) }),
    },
  });
  return articleOf(row, partsOf(locked));
}

export type ArticleChange = {
  save: number;
  by: { id: string; name: string };
  at: string;
  fields: string[];
};

/** Saves after the one that a stale write saw, newest first. */
export async function listChangesSince(
  db: Transaction,
  articleId: string,
  save: number,
): Promise<ArticleChange[]> {
  const rows = await db.articleChange.findMany({
    where: { articleId, save: { gt: save } },
    orderBy: { save: 'desc' },
    take: 50,
    select: { save: true, at: true, fields: true, by: { select: { id: true, name: true } } },
  });
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** Articles in review with their owners, the last saved first; the limit is more than any desk has. */
export async function listInReview(db: Transaction): Promise<{ id: string; createdBy: string }[]> {
  const rows = await db.article.findMany({
    where: { state: 'in_review' },
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    take: 10_000,
    select: { id: true, createdById: true },
  });
  return rows.map(({ id, createdById }) => ({ id, createdBy: createdById }));
}

/** Articles whose time has come: approved, scheduled by themselves, due at `now`. */
export async function listDueArticleIds(db: Transaction, now: Date): Promise<string[]> {
  const rows = await db.article.findMany({
    where: {
      ...{ state: 'scheduled', publishAt: { lte: now } },
      // Articles in a release are published with all of it.
      releases: { none: { release: { releasedAt: null, publishAt: { not: null } } } },
    },
    orderBy: { publishAt: 'asc' },
    take: 100,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether the note for the desk was changed after a save. */
export async function isNoteChangedSince(
  tx: Transaction,
  articleId: string,
  save: number,
): Promise<boolean> {
  const changes = await tx.articleChange.count({
    where: { articleId, save: { gt: save }, fields: { has: 'note' } },
  });
  return changes > 0;
}
