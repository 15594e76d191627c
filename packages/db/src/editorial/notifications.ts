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
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { newId } from './new-id.ts';

const { sql } = Prisma;

const hasRole = (roles: readonly Role[]) => sql`c.roles::text[] && ${[...roles]}::text[]`;

/** The account `c` can sign in and may see the article `a`. */
const maySee = sql`c.disabled_at is null and (${hasRole(rolesSeeing.all)}
  or (${hasRole(rolesSeeing.own)} and a.created_by_id = c.id))`;

/** The account `c` can sign in and may see webhooks. */
const maySeeWebhooks = sql`c.disabled_at is null and ${hasRole(rolesSeeingWebhooks)}`;

/** The same of what the notification `n` is about: an article, a webhook, or the account `c` itself. */
export const maySeeSubject = sql`(case when n.article_id is not null then ${maySee}
  when n.webhook_id is not null then ${maySeeWebhooks} else c.disabled_at is null end)`;

/** How the account `c` has a kind sent; null of kinds that are about the account. */
const deliveryOf = (kind: Prisma.Sql) => sql`coalesce(
  (select s.delivery::text from notification_setting s
    where s.account_id = c.id and s.kind::text = ${kind}),
  ${JSON.stringify(defaultDelivery)}::jsonb ->> ${kind})`;

/** The notification `n` is of a kind this version knows: a newer one may write others during an upgrade. */
export const isKnown = sql`n.kind::text = any(${NotificationKind.options})`;

export type NewNotification = {
  kind: WorkNotificationKind;
  /** Of several, each recipient gets one notification of those that are theirs. */
  articleIds: readonly string[];
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
 * at once. There is a row for each article, of one occasion: lists, counts and e-mails take the rows of
 * one kind, occasion and moment as one notification, so that each article keeps its own rights.
 */
export async function insertNotifications(
  tx: Transaction,
  { kind, articleIds, to, by, at, and, occasion = newId() }: NewNotification,
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
      from account c join article a on a.id = any(${[...articleIds]}::uuid[])
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

/** Notifies who began an import of its end; answers as `insertNotifications` does. */
export async function insertImportNotification(
  tx: Transaction,
  {
    kind,
    accountId,
    occasion,
    at,
  }: { kind: 'import_finished' | 'import_failed'; accountId: string; occasion: string; at: Date },
): Promise<string[]> {
  const rows = await parseRowsIn(
    tx,
    z.object({ id: z.string() }),
    sql`
    with written as (
      insert into notification (id, account_id, kind, occasion, at)
      select gen_random_uuid(), c.id, ${kind}::notification_kind, ${occasion}, ${at}
      from account c where c.id = ${accountId}::uuid and c.disabled_at is null
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

/** A notification in an e-mail: what it is about, of several articles each. */
export type MailedNotification = {
  kind: WorkNotificationKind;
  articleIds: string[];
  webhookId: string | null;
};

/** Notifications that go into one e-mail. */
export type MailedNotifications = {
  accountId: string;
  name: string;
  email: string;
  of: MailedNotification[];
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
      occasion: z.string(),
      at: z.date(),
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
      n.article_id as "articleId", n.webhook_id as "webhookId", n.occasion, n.at`,
  );
  return [...Map.groupBy(rows, (row) => row.accountId)].flatMap(([accountId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { name, email } = first;
    const together = Map.groupBy(own, ({ kind, occasion, at }) => `${kind} ${occasion} ${+at}`);
    const of = [...together.values()].flatMap((rows) => {
      const [one] = rows;
      const articleIds = rows.flatMap(({ articleId }) => articleId ?? []);
      return one === undefined ? [] : [{ kind: one.kind, articleIds, webhookId: one.webhookId }];
    });
    return [{ accountId, name, email, of }];
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
