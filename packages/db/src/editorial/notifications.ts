import type { Role } from '@viewpoints/domain/accounts/account';
import {
  type AccountNotificationKind,
  type Delivery,
  defaultDelivery,
  NotificationKind,
  type NotificationSettings,
  rolesSeeing,
  rolesSeeingWebhooks,
  WorkNotificationKind,
} from '@viewpoints/domain/notifications/notification';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';
import { partOfPage } from './list-order.ts';
import { newId } from './new-id.ts';
import { type PageRequest, pageOf, type QueryPage } from './page.ts';

const { sql } = Prisma;

const hasRole = (roles: readonly Role[]) => sql`c.roles::text[] && ${[...roles]}::text[]`;

/** The account `c` can sign in and may see the article `a`. */
const maySee = sql`c.disabled_at is null and (${hasRole(rolesSeeing.all)}
  or (${hasRole(rolesSeeing.own)} and a.created_by_id = c.id))`;

/** The account `c` can sign in and may see webhooks. */
const maySeeWebhooks = sql`c.disabled_at is null and ${hasRole(rolesSeeingWebhooks)}`;

/** The same of what the notification `n` is about: an article, a webhook, or the account `c` itself. */
const maySeeSubject = sql`(case when n.article_id is not null then ${maySee}
  when n.webhook_id is not null then ${maySeeWebhooks} else c.disabled_at is null end)`;

/** How the account `c` has a kind sent; null of kinds that are about the account. */
const deliveryOf = (kind: Prisma.Sql) => sql`coalesce(
  (select s.delivery::text from notification_setting s
    where s.account_id = c.id and s.kind::text = ${kind}),
  ${JSON.stringify(defaultDelivery)}::jsonb ->> ${kind})`;

/** The notification `n` is of a kind this version knows: a newer one may write others during an upgrade. */
const isKnown = sql`n.kind::text = any(${NotificationKind.options})`;

export type NewNotification = {
  kind: WorkNotificationKind;
  articleId: string;
  /** Those who may not see the article, and who did it, are left out. */
  to: readonly string[] | 'writers';
  /** Recipients in addition to the authors: accounts by id, and the assignee. */
  and?: { ids: readonly string[]; assignee: boolean };
  /** An account gets only the first notification with the same value. */
  occasion?: string;
  by: string | null;
  at: Date;
};

/**
 * Inserts notifications in the transaction of their cause; returns those that are to be sent
 * at once.
 */
export async function insertNotifications(
  tx: Transaction,
  { kind, articleId, to, by, at, and, occasion = newId() }: NewNotification,
): Promise<string[]> {
  const isRecipient =
    to === 'writers'
      ? sql`(c.id = a.created_by_id or exists (
          select from contribution w where w.article_id = a.id and w.account_id = c.id)
          or c.id = any(${[...(and?.ids ?? [])]}::uuid[])
          or (${and?.assignee ?? false} and exists (
            select from assignment s where s.article_id = a.id and s.assignee_id = c.id)))`
      : sql`c.id = any(${[...to]}::uuid[])`;
  const rows = await parseRowsIn(
    tx,
    z.object({ id: z.string() }),
    sql`
    with written as (
      insert into notification (id, account_id, kind, article_id, occasion, by_id, at)
      select gen_random_uuid(), c.id, ${kind}::notification_kind, a.id, ${occasion}, ${by}::uuid, ${at}
      from account c join article a on a.id = ${articleId}::uuid
      where ${isRecipient} and c.id is distinct from ${by}::uuid and ${maySee}
      on conflict (account_id, kind, article_id, occasion) do nothing
      returning id, account_id)
    select written.id from written join account c on c.id = written.account_id
    where ${deliveryOf(sql`${kind}`)} = 'at_once'`,
  );
  return rows.map(({ id }) => id);
}

/** Notifies everybody who runs the journal that a webhook was paused; answers as `insertNotifications` does. */
export async function insertWebhookPaused(
  tx: Transaction,
  { webhookId, at }: { webhookId: string; at: Date },
): Promise<string[]> {
  const kind = 'webhook_paused';
  const rows = await parseRowsIn(
    tx,
    z.object({ id: z.string() }),
    sql`
    with written as (
      insert into notification (id, account_id, kind, webhook_id, occasion, at)
      select gen_random_uuid(), c.id, ${kind}::notification_kind, ${webhookId}::uuid, ${newId()}, ${at}
      from account c where ${maySeeWebhooks}
      returning id, account_id)
    select written.id from written join account c on c.id = written.account_id
    where ${deliveryOf(sql`${kind}`)} = 'at_once'`,
  );
  return rows.map(({ id }) => id);
}

/** Notifies an account of a change of itself, in the transaction of that change. */
export async function insertAccountNotification(
  tx: Transaction,
  { accountId, kind, at }: { accountId: string; kind: AccountNotificationKind; at: Date },
): Promise<void> {
  await tx.notification.create({
    data: { id: newId(), accountId, kind, occasion: newId(), at },
    select: { id: true },
  });
}

/** Notifies everybody whose article is past its day, once for each day that was missed. */
export async function insertOverdue(tx: Transaction, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into notification (id, account_id, kind, article_id, occasion, at)
    select gen_random_uuid(), c.id, 'overdue', a.id, s.due_on, ${at}
    from assignment s join article a on a.id = s.article_id join account c on c.id = s.assignee_id
    where s.due_on < to_char(${at}::timestamptz at time zone
        coalesce((select time_zone from journal where id = 1), 'UTC'), 'YYYY-MM-DD') and ${maySee}
      and a.state in ('draft', 'in_review', 'approved', 'scheduled')
    on conflict (account_id, kind, article_id, occasion) do nothing`;
}

/** Notifications that go into one e-mail. */
export type MailedNotifications = {
  accountId: string;
  name: string;
  email: string;
  of: { kind: WorkNotificationKind; articleId: string | null; webhookId: string | null }[];
};

/**
 * Takes what is to be sent: unread, not sent yet, and due by what its recipient has chosen. It is marked
 * as sent in the same transaction, so that no two workers send it.
 */
export async function takeUnsent(
  tx: Transaction,
  {
    ids,
    delivery,
    since,
    before,
    accountId,
  }: {
    ids?: readonly string[];
    delivery: Exclude<Delivery, 'off'>;
    since: Date;
    before: Date;
    accountId?: string;
  },
  at: Date,
): Promise<MailedNotifications[]> {
  const rows = await parseRowsIn(
    tx,
    z.object({
      accountId: z.string(),
      name: z.string(),
      email: z.string(),
      kind: WorkNotificationKind,
      articleId: z.string().nullable(),
      webhookId: z.string().nullable(),
    }),
    sql`
    update notification n set mailed_at = ${at}
    from account c
    where c.id = n.account_id and ${isKnown}
      and exists (select from (select) one left join article a on a.id = n.article_id where ${maySeeSubject})
      and n.mailed_at is null and n.read_at is null and n.at >= ${since} and n.at < ${before}
      and ${ids === undefined ? sql`true` : sql`n.id = any(${[...ids]}::uuid[])`}
      and ${accountId === undefined ? sql`true` : sql`n.account_id = ${accountId}::uuid`}
      and ${deliveryOf(sql`n.kind::text`)} = ${delivery}
    returning n.account_id as "accountId", c.name, c.email, n.kind::text as kind,
      n.article_id as "articleId", n.webhook_id as "webhookId"`,
  );
  return [...Map.groupBy(rows, (row) => row.accountId)].flatMap(([id, of]) => {
    const [first] = of;
    return first === undefined ? [] : [{ accountId: id, name: first.name, email: first.email, of }];
  });
}

/**
 * Accounts with something to be sent once a day, each with the last time that this hour was where they
 * are: what happened before then is due.
 */
export async function listDailyRecipients(
  db: Transaction,
  { since, now, hour }: { since: Date; now: Date; hour: number },
): Promise<{ id: string; before: Date }[]> {
  const zone = sql`coalesce(c.time_zone, (select time_zone from journal where id = 1), 'UTC')`;
  const hours = sql`make_interval(hours => ${hour}::int)`;
  return parseRowsIn(
    db,
    z.object({ id: z.string(), before: z.date() }),
    sql`
    select distinct c.id, (date_trunc('day', (${now}::timestamptz at time zone ${zone}) - ${hours})
      + ${hours}) at time zone ${zone} as before from notification n
    join account c on c.id = n.account_id
    where n.mailed_at is null and n.read_at is null and n.at >= ${since} and c.disabled_at is null and ${isKnown}
      and ${deliveryOf(sql`n.kind::text`)} = 'daily'`,
  );
}

/** A notification as its recipient sees it. */
export type NotificationItem = {
  id: string;
  kind: NotificationKind;
  at: string;
  readAt: string | null;
  by: { name: string } | null;
  /** What it is about: one of the two, or neither where it is about the account. */
  article: { id: string; headline: string; language: string; direction: Direction } | null;
  webhook: { id: string; name: string } | null;
};

const seenBy = (accountId: string) => sql`
  from notification n join account c on c.id = n.account_id left join article a on a.id = n.article_id
  left join webhook w on w.id = n.webhook_id
  where n.account_id = ${accountId}::uuid and ${maySeeSubject} and ${isKnown}`;

/** The notifications of an account, newest first: of articles that it may still see. */
export async function listNotifications(
  db: Transaction,
  accountId: string,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<NotificationItem>> {
  const rows = await parseRowsIn(
    db,
    z.object({
      id: z.string(),
      kind: NotificationKind,
      at: z.date(),
      readAt: z.date().nullable(),
      by: z.string().nullable(),
      articleId: z.string().nullable(),
      headline: z.string().nullable(),
      language: z.string().nullable(),
      direction: Direction.nullable(),
      webhookId: z.string().nullable(),
      webhook: z.string().nullable(),
    }),
    sql`
    select n.id, n.kind::text as kind, n.at, n.read_at as "readAt",
      (select b.name from account b where b.id = n.by_id) as by,
      a.id as "articleId", a.headline, a.language, a.direction::text as direction,
      w.id as "webhookId", w.name as webhook
    ${seenBy(accountId)}
      and ${partOfPage({ cursor, limit }, { at: sql`n.at`, id: sql`n.id` })}`,
  );
  return pageOf(rows, limit, {
    item: ({ id, kind, by, at, readAt, ...row }) => ({
      ...{ id, kind },
      at: instant(at),
      readAt: instantOrNull(readAt),
      by: by === null ? null : { name: by },
      ...subjectOf(row),
    }),
    cursor: ({ at, id }) => ({ key: instant(at), id }),
  });
}

type Subject = Record<
  'articleId' | 'headline' | 'language' | 'webhookId' | 'webhook',
  string | null
> & {
  direction: Direction | null;
};

function subjectOf(row: Subject): Pick<NotificationItem, 'article' | 'webhook'> {
  const { articleId, headline, language, direction, webhookId, webhook } = row;
  const isArticle =
    articleId !== null && headline !== null && language !== null && direction !== null;
  return {
    article: isArticle ? { id: articleId, headline, language, direction } : null,
    webhook: webhookId === null || webhook === null ? null : { id: webhookId, name: webhook },
  };
}

/** How many notifications an account has not read. */
export async function countUnread(db: Transaction, accountId: string): Promise<number> {
  const [row] = await parseRowsIn(
    db,
    z.object({ count: z.number() }),
    sql`
    select count(*)::int as count ${seenBy(accountId)} and n.read_at is null`,
  );
  return row?.count ?? 0;
}

/** Marks notifications of an account as read: some by their ids, all about an article, or all. */
export async function markRead(
  db: Transaction,
  accountId: string,
  { ids, articleId, at }: { ids?: string[]; articleId?: string; at: Date },
): Promise<void> {
  await db.notification.updateMany({
    where: {
      accountId,
      readAt: null,
      ...(ids === undefined ? {} : { id: { in: ids } }),
      ...(articleId === undefined ? {} : { articleId }),
    },
    data: { readAt: at },
  });
}

/** Removes notifications made before a moment. */
export async function deleteNotificationsBefore(db: Transaction, before: Date): Promise<void> {
  await db.notification.deleteMany({ where: { at: { lt: before } } });
}

/** How an account wants each kind sent. */
export async function findNotificationSettings(
  db: Transaction,
  accountId: string,
): Promise<NotificationSettings> {
  const rows = await db.notificationSetting.findMany({
    where: { accountId, kind: { in: WorkNotificationKind.options } },
  });
  const chosen = Object.fromEntries(rows.map(({ kind, delivery }) => [kind, delivery]));
  return { ...defaultDelivery, ...chosen };
}

export async function writeNotificationSettings(
  tx: Transaction,
  accountId: string,
  settings: NotificationSettings,
): Promise<void> {
  await tx.notificationSetting.deleteMany({ where: { accountId } });
  await tx.notificationSetting.createMany({
    data: WorkNotificationKind.options.map((kind) => ({
      ...{ accountId, kind, delivery: settings[kind] },
    })),
  });
}
