import type { ArticleQueue, FindingQueue } from '@viewpoints/domain/desk/queues';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type ArticleListItem, listArticlesWhere } from './article-list.ts';
import { dayFromNow } from './finding-filters.ts';
import { isOwnArticle, isOwnFinding } from './ownership.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';
import { articleQueueCondition, findingQueueCondition, type QueueFilter } from './queue-filters.ts';

const { sql } = Prisma;

/** The owner of the queues, with their rights. */
export type QueueOwner = {
  id: string;
  /** Whose work they see: all, their own, or none. */
  sees: 'all' | 'own' | 'nothing';
  /** Whether they verify; `all` where even what is their own. */
  verifies: 'none' | 'of_others' | 'all';
  /** Whether they confirm that the text of a retracted article is shown again. */
  confirms: 'none' | 'of_others' | 'all';
  /** Articles in review that they may decide on, and of those the ones with words to approve. */
  review: readonly string[];
  approve: readonly string[];
};

const visible = ({ sees, id }: QueueOwner): Prisma.Sql =>
  sees === 'all' ? sql`true` : sees === 'own' ? isOwnArticle(id) : sql`false`;

/** The article has a next step. */
const isOpen = sql`a.state in ('draft', 'in_review', 'approved', 'scheduled')`;

/** When something last happened to an article. */
const lastActivity = sql`greatest(a.saved_at, s.set_at,
  (select max(c.at) from review_comment c where c.article_id = a.id),
  (select max(p.at) from approval p where p.article_id = a.id),
  (select max(f.updated_at) from finding f where f.article_id = a.id))`;

const asText = (at: Prisma.Sql) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

/** Urgent ones first, then those due, then the ones that have waited longest. */
const byUrgency = sql`concat(
  case s.priority when 'high' then 0 when 'low' then 2 else 1 end,
  coalesce(s.due_on, '9999-12-31'), ${asText(sql`a.saved_at`)})`;

/** The retracted article's text was requested again, and this account can confirm it. */
const isTextToConfirm = ({ id, confirms }: QueueOwner): Prisma.Sql =>
  confirms === 'none'
    ? sql`false`
    : sql`a.state = 'retracted' and exists (
        select from retraction t where t.article_id = a.id and t.text_shown_at is null
          and t.text_requested_by_id is not null
          ${confirms === 'all' ? Prisma.empty : sql`and t.text_requested_by_id <> ${id}::uuid`})`;

type QueueQuery = { where: Prisma.Sql; key: Prisma.Sql };

function articleQueue(
  queue: ArticleQueue,
  owner: QueueOwner,
  { dueWithin, stuckAfter }: { dueWithin: number; stuckAfter: number },
): QueueQuery {
  const mine = sql`s.assignee_id = ${owner.id}::uuid`;
  switch (queue) {
    case 'mine':
      return { where: sql`${isOpen} and ${mine} and ${visible(owner)}`, key: byUrgency };
    case 'review':
      return {
        where: sql`a.state = 'in_review' and a.id = any(${[...owner.review]}::uuid[])
          and (s.assignee_id is null or ${mine})`,
        key: byUrgency,
      };
    case 'approve':
      return {
        where: sql`a.state = 'in_review' and a.id = any(${[...owner.approve]}::uuid[])`,
        key: byUrgency,
      };
    case 'confirm':
      return { where: isTextToConfirm(owner), key: asText(sql`a.saved_at`) };
    case 'due':
      return {
        where: sql`${isOpen} and s.due_on <= ${dayFromNow(dueWithin)} and ${visible(owner)}`,
        key: sql`concat(s.due_on, ${byUrgency})`,
      };
    case 'stuck':
      return {
        where: sql`a.state in ('draft', 'in_review', 'approved')
          and a.saved_at < now() - make_interval(days => ${stuckAfter}::int)
          and ${lastActivity} < now() - make_interval(days => ${stuckAfter}::int)
          and ${visible(owner)}`,
        key: asText(lastActivity),
      };
  }
}

const from = sql`from article a left join assignment s on s.article_id = a.id`;

type QueueSettings = { dueWithin: number; stuckAfter: number; filter?: QueueFilter };

export async function countArticleQueue(
  db: Transaction,
  queue: ArticleQueue,
  owner: QueueOwner,
  settings: QueueSettings,
): Promise<number> {
  const { where } = articleQueue(queue, owner, settings);
  const narrowed = articleQueueCondition(settings.filter ?? {});
  const [row] = await parseRowsIn(
    db,
    z.object({ count: z.number() }),
    sql`
    select count(*)::int as count ${from} where ${where} and ${narrowed}`,
  );
  return row?.count ?? 0;
}

/** A queue of articles, what presses most first. */
export async function listArticleQueue(
  db: Transaction,
  queue: ArticleQueue,
  owner: QueueOwner,
  { cursor, limit, ...settings }: QueueSettings & PageRequest,
): Promise<QueryPage<ArticleListItem>> {
  const { where, key } = articleQueue(queue, owner, settings);
  const narrowed = articleQueueCondition(settings.filter ?? {});
  const found = await parseRowsIn(
    db,
    z.object({ id: z.string(), key: z.string() }),
    sql`
    select id, key from (
      select a.id, ${key} as key ${from} where ${where} and ${narrowed}) q
    where ${after(cursor)} order by key, id limit ${limit + 1}`,
  );
  const page = pageOf(found, limit, { item: ({ id }) => id, cursor: (row) => row });
  const rows = await listArticlesWhere(db, { id: { in: page.items } }, limit);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { ...page, items: page.items.flatMap((id) => byId.get(id) ?? []) };
}

const after = (cursor: PageRequest['cursor']) =>
  cursor === null ? sql`true` : sql`(key, id) > (${cursor.key}, ${cursor.id}::uuid)`;

/** Findings of one article that wait for the same. */
export type FindingGroup = {
  /** The article's. */
  id: string;
  headline: string;
  language: string;
  direction: Direction;
  count: number;
  /** The first of them, in the editors' order. */
  firstId: string;
  /** Since when the one waits that waits longest, or its day. */
  since: string;
};

const FindingGroupRow = z.object({
  id: z.string(),
  headline: z.string(),
  language: z.string(),
  direction: Direction,
  count: z.number(),
  firstId: z.string(),
  since: z.string(),
  key: z.string(),
});

/** As `listFindingAuthors` has it: a finding without a recorded author is its proposer's. */
const wroteOf = (accountId: string) => sql`(
  exists (select from finding_author w
    where w.finding_id = f.id and w.account_id = ${accountId}::uuid)
  or (f.proposed_by_id = ${accountId}::uuid
    and not exists (select from finding_author w where w.finding_id = f.id)))`;

/** Waits to be verified, or to be verified again while it is public. */
const toVerify = sql`(f.state = 'proposed' or (f.state = 'published' and f.verified_at is null))`;

/** `own`: the account's findings that wait to be verified by another. */
type Waiting = FindingQueue | 'own';
export type FindingQueueOwner = Pick<QueueOwner, 'id' | 'sees' | 'verifies'>;

function findingQueue(queue: Waiting, owner: FindingQueueOwner): QueueQuery {
  if (queue === 'own')
    return {
      where: sql`${toVerify} and a.state not in ('retracted', 'archived')
        and ${owner.verifies !== 'all'} and ${wroteOf(owner.id)}`,
      key: asText(sql`min(f.updated_at)`),
    };
  if (queue === 'verify') {
    const by =
      owner.verifies === 'all'
        ? sql`true`
        : owner.verifies === 'none'
          ? sql`false`
          : sql`not ${wroteOf(owner.id)}`;
    return {
      where: sql`${toVerify} and a.state not in ('retracted', 'archived') and ${by}`,
      key: asText(sql`min(f.updated_at)`),
    };
  }
  const own =
    owner.sees === 'all' ? sql`true` : owner.sees === 'own' ? isOwnFinding(owner.id) : sql`false`;
  return {
    where: sql`f.state in ('proposed', 'verified', 'published')
      and f.review_by < ${dayFromNow(0)} and ${own}`,
    key: sql`min(f.review_by)`,
  };
}

const fromFindings = sql`from finding f join article a on a.id = f.article_id`;

/** How many findings there are, whatever the number of their articles. */
export async function countFindingQueue(
  db: Transaction,
  queue: Waiting,
  owner: FindingQueueOwner,
  filter: QueueFilter = {},
): Promise<number> {
  const { where } = findingQueue(queue, owner);
  const narrowed = findingQueueCondition(filter);
  const [row] = await parseRowsIn(
    db,
    z.object({ count: z.number() }),
    sql`
    select count(*)::int as count ${fromFindings} where ${where} and ${narrowed}`,
  );
  return row?.count ?? 0;
}

/** A queue of findings by article, the one that has waited longest first. */
export async function listFindingQueue(
  db: Transaction,
  queue: Waiting,
  owner: FindingQueueOwner,
  { cursor, limit, filter = {} }: PageRequest & { filter?: QueueFilter },
): Promise<QueryPage<FindingGroup>> {
  const { where, key } = findingQueue(queue, owner);
  const narrowed = findingQueueCondition(filter);
  const rows = await parseRowsIn(
    db,
    FindingGroupRow,
    sql`
    select id, headline, language, direction, count, first_id as "firstId", key, key as since from (
      select a.id, a.headline, a.language, a.direction::text as direction, count(*)::int as count,
        (array_agg(f.id order by f.number))[1] as first_id, ${key} as key
      ${fromFindings} where ${where} and ${narrowed} group by a.id) q
    where ${after(cursor)} order by key, id limit ${limit + 1}`,
  );
  return pageOf(rows, limit, {
    item: ({ key: _key, ...group }) => group,
    cursor: ({ key, id }) => ({ key, id }),
  });
}
