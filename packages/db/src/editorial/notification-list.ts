import { NotificationKind } from '@viewpoints/domain/notifications/notification';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';
import { countRows, ListDay, sinceDay, untilDay } from './list-filters.ts';
import { partOfPage, positionOf } from './list-order.ts';
import { isKnown, maySeeSubject } from './notifications.ts';
import { type OrderedRequest, pageOf, type QueryPage } from './page.ts';

const { sql } = Prisma;

/** The filters of the list, each optional. */
export const notificationFilterInputs = {
  kind: NotificationKind.optional(),
  state: z.enum(['unread', 'read']).optional(),
  /** The first and the last day, in the journal's time zone. */
  from: ListDay.optional(),
  to: ListDay.optional(),
};
export type NotificationFilter = z.output<z.ZodObject<typeof notificationFilterInputs>>;

const NotifiedArticle = z.strictObject({
  id: z.string(),
  headline: z.string(),
  language: z.string(),
  direction: Direction,
});

/** A notification as its recipient sees it. */
export type NotificationItem = {
  id: string;
  kind: NotificationKind;
  at: string;
  readAt: string | null;
  by: { name: string } | null;
  /** What it is about: articles, or a webhook, or neither where it is about the account. */
  articles: z.infer<typeof NotifiedArticle>[];
  webhook: { id: string; name: string } | null;
};

/**
 * The notifications of an account that it may still see, as rows `n`. What one action made of several
 * articles is one of them, unread until all of it is read.
 */
const notificationsOf = (accountId: string) => sql`(
  select (array_agg(n.id order by n.id))[1] as id, n.kind::text as kind, n.at, n.by_id,
    case when bool_or(n.read_at is null) then null else max(n.read_at) end as read_at,
    coalesce(json_agg(json_build_object('id', a.id, 'headline', a.headline, 'language', a.language,
      'direction', a.direction) order by a.headline, a.id) filter (where a.id is not null), '[]') as articles,
    (array_agg(n.webhook_id))[1] as webhook_id
  from notification n join account c on c.id = n.account_id left join article a on a.id = n.article_id
  where n.account_id = ${accountId}::uuid and ${maySeeSubject} and ${isKnown}
  group by n.kind, n.occasion, n.at, n.by_id) n`;

const conditionOf = ({ kind, state, from, to }: NotificationFilter) =>
  Prisma.join(
    [
      sql`true`,
      ...(kind === undefined ? [] : [sql`n.kind = ${kind}`]),
      ...(state === undefined ? [] : [sql`(n.read_at is null) = ${state === 'unread'}`]),
      ...(from === undefined ? [] : [sinceDay(sql`n.at`, from)]),
      ...(to === undefined ? [] : [untilDay(sql`n.at`, to)]),
    ],
    ' and ',
  );

/** The notifications of an account: of what it may still see. */
export async function listNotifications(
  db: Transaction,
  accountId: string,
  { cursor, limit, order = 'newest', counted, ...filter }: OrderedRequest & NotificationFilter,
): Promise<QueryPage<NotificationItem>> {
  const found = sql`from ${notificationsOf(accountId)} where ${conditionOf(filter)}`;
  const rows = await parseRowsIn(
    db,
    z.object({
      id: z.string(),
      kind: NotificationKind,
      at: z.date(),
      readAt: z.date().nullable(),
      by: z.string().nullable(),
      articles: z.array(NotifiedArticle),
      webhook: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    }),
    sql`
    select n.id, n.kind, n.at, n.read_at as "readAt", n.articles,
      (select b.name from account b where b.id = n.by_id) as by,
      (select json_build_object('id', w.id, 'name', w.name) from webhook w
        where w.id = n.webhook_id) as webhook
    ${found} and ${partOfPage({ cursor, limit, order }, { at: sql`n.at`, id: sql`n.id` })}`,
  );
  const page = pageOf(rows, limit, {
    item: ({ by, at, readAt, ...row }) => ({
      ...row,
      ...{ at: instant(at), readAt: instantOrNull(readAt) },
      by: by === null ? null : { name: by },
    }),
    cursor: ({ at, id }) => positionOf({ key: at, id }),
  });
  return counted ? { ...page, count: await countRows(db, sql`select ${found}`) } : page;
}

/** How many notifications an account has not read. */
export async function countUnread(db: Transaction, accountId: string): Promise<number> {
  const [row] = await parseRowsIn(
    db,
    z.object({ count: z.number() }),
    sql`select count(*)::int as count from ${notificationsOf(accountId)} where n.read_at is null`,
  );
  return row?.count ?? 0;
}

/**
 * Marks notifications of an account as read: some by their ids, each with what the same action notified
 * of; all about an article; or all.
 */
export async function markRead(
  db: Transaction,
  accountId: string,
  { ids, articleId, at }: { ids?: string[]; articleId?: string; at: Date },
): Promise<void> {
  const isMeant = sql`(${ids ?? null}::uuid[] is null or exists (
      select from notification m where m.id = any(${ids ?? []}::uuid[])
        and m.account_id = n.account_id and m.kind = n.kind
        and m.occasion = n.occasion and m.at = n.at))
    and (${articleId ?? null}::uuid is null or n.article_id = ${articleId ?? null}::uuid)`;
  await db.$executeRaw`
    update notification n set read_at = ${at}
    where n.account_id = ${accountId}::uuid and n.read_at is null and ${isMeant}`;
}
