import { ChangeKind } from '@viewpoints/domain/changes/public-change';
import type { AfterFailure } from '@viewpoints/domain/webhooks/retry-delivery';
import {
  maxWebhooks,
  PauseReason,
  type Webhook,
  type WebhookContent,
  WebhookEvent,
} from '@viewpoints/domain/webhooks/webhook';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';

const { sql } = Prisma;

type Row = Prisma.WebhookGetPayload<object>;

/** A webhook as those who send to it need it: with its position and its secrets, which are encrypted. */
export type WebhookRow = Omit<Webhook, 'hasWaiting'> & {
  position: bigint;
  secret: string;
  previous: { secret: string; until: Date } | null;
  leaseId: string | null;
};

/** What a version does not know it does not send. */
const knownOf = <Value extends string>(type: z.ZodType<Value>, values: string[]): Value[] =>
  values.flatMap((value) => type.safeParse(value).data ?? []);

function webhookOf(row: Row): WebhookRow {
  const { previousSecret, previousSecretUntil: until, pausedAt, failingSince } = row;
  return {
    ...{ id: row.id, name: row.name, url: row.url, save: row.save },
    kinds: knownOf(ChangeKind, row.kinds),
    events: knownOf(WebhookEvent, row.events),
    createdAt: instant(row.createdAt),
    paused:
      pausedAt === null
        ? null
        : { at: instant(pausedAt), reason: PauseReason.catch('by_hand').parse(row.pauseReason) },
    failing:
      failingSince === null
        ? null
        : {
            since: instant(failingSince),
            failures: row.failures,
            retryAt: instantOrNull(row.retryAt),
          },
    previousSecretUntil: instantOrNull(until),
    ...{ position: row.position, secret: row.secret, leaseId: row.leaseId },
    previous: previousSecret === null || until === null ? null : { secret: previousSecret, until },
  };
}

/** As administrators see it: no secret, no position. */
function shownOf(row: Row, last: bigint): Webhook {
  const { position, secret: _, previous, leaseId, ...shown } = webhookOf(row);
  return { ...shown, hasWaiting: position < last };
}

/** The number of the newest entry of the log of changes. */
export async function findLastChange(db: Transaction): Promise<bigint> {
  const { last } = await db.publicChangeCount.findUniqueOrThrow({ where: { id: 1 } });
  return last;
}

/** All webhooks by name; there are few. */
export async function listWebhooks(db: Transaction): Promise<Webhook[]> {
  const last = await findLastChange(db);
  const rows = await db.webhook.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: maxWebhooks,
  });
  return rows.map((row) => shownOf(row, last));
}

export async function findWebhook(db: Transaction, id: string): Promise<Webhook | null> {
  const row = await db.webhook.findUnique({ where: { id } });
  return row && shownOf(row, await findLastChange(db));
}

/** A webhook until the transaction ends; null where there is none. */
export async function lockWebhook(tx: Transaction, id: string): Promise<WebhookRow | null> {
  await lockRowsIn(tx, sql`select 1 from webhook where id = ${id}::uuid for update`);
  const row = await tx.webhook.findUnique({ where: { id } });
  return row && webhookOf(row);
}

/** Locks out other writers of new webhooks, and counts those there are. */
export async function countWebhooksLocked(tx: Transaction): Promise<number> {
  await tx.$executeRaw`lock table webhook in share row exclusive mode`;
  return tx.webhook.count();
}

export async function insertWebhook(
  tx: Transaction,
  webhook: WebhookContent & { id: string; secret: string; position: bigint; createdAt: Date },
): Promise<void> {
  await tx.webhook.create({ data: { ...webhook, save: 1 } });
}

/** What of a locked webhook a command or an attempt changes. */
export type WebhookChange = Partial<
  WebhookContent & {
    save: number;
    position: bigint;
    secret: string;
    previous: { secret: string; until: Date } | null;
    paused: { at: Date; reason: PauseReason } | null;
    failing: Omit<AfterFailure, 'pause'> | null;
  }
>;

export async function updateWebhook(
  tx: Transaction,
  id: string,
  { previous, paused, failing, ...columns }: WebhookChange,
): Promise<void> {
  await tx.webhook.update({
    where: { id },
    data: {
      ...columns,
      ...(previous === undefined
        ? {}
        : {
            previousSecret: previous?.secret ?? null,
            previousSecretUntil: previous?.until ?? null,
          }),
      ...(paused === undefined
        ? {}
        : { pausedAt: paused?.at ?? null, pauseReason: paused?.reason ?? null }),
      ...(failing === undefined
        ? {}
        : {
            failingSince: failing?.since ?? null,
            failures: failing?.failures ?? 0,
            retryAt: failing?.retryAt ?? null,
          }),
    },
  });
}

export async function deleteWebhook(tx: Transaction, id: string): Promise<void> {
  await tx.webhook.delete({ where: { id } });
}

/** Forgets secrets whose time beside the new ones is over. */
export async function endPreviousSecrets(db: Transaction, now: Date): Promise<void> {
  await db.webhook.updateMany({
    where: { previousSecretUntil: { lte: now } },
    data: { previousSecret: null, previousSecretUntil: null },
  });
}

/** The number of the last entry before a moment; 0 where there is none. */
export async function findPositionBefore(db: Transaction, moment: Date): Promise<bigint> {
  const first = await db.publicChange.findFirst({
    where: { at: { gte: moment } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return first === null ? findLastChange(db) : first.number - 1n;
}

/** Those of some entries with which a thing became visible: the first, and each after it was gone. */
export async function listAppearances(
  db: Transaction,
  numbers: readonly bigint[],
): Promise<Set<bigint>> {
  const rows = await parseRowsIn(
    db,
    z.object({ number: z.coerce.bigint() }),
    sql`select c.number from public_change c where c.number = any(${[...numbers]}::bigint[])
      and (select p.shown from public_change p
           where p.kind = c.kind and p.ref_id = c.ref_id and p.number < c.number
           order by p.number desc limit 1) is not true`,
  );
  return new Set(rows.map(({ number }) => number));
}

/** Entries or queued messages of the webhook `w` wait, whether or not it is their time. */
const hasWork = sql`(
  (w.paused_at is null and w.position < (select last from public_change_count))
  or exists (select from webhook_delivery d where d.webhook_id = w.id and d.state = 'queued'))`;

/** When what waits is due: a queued message at once, an entry that failed at its time. */
const dueAt = sql`greatest(w.lease_until, case
  when exists (select from webhook_delivery d where d.webhook_id = w.id and d.state = 'queued') then null
  else w.retry_at end)`;

/** Webhooks to send to at this moment, and to which nobody is sending. */
export async function listDueWebhooks(db: Transaction, now: Date): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ id: z.string() }),
    sql`select w.id from webhook w
      where ${hasWork} and coalesce(${dueAt} <= ${now}, true) order by w.retry_at nulls first, w.id`,
  );
  return rows.map(({ id }) => id);
}

/** When the next webhook is due; null where nothing waits. */
export async function findNextDue(db: Transaction, now: Date): Promise<Date | null> {
  const [row] = await parseRowsIn(
    db,
    z.object({ at: z.date().nullable() }),
    sql`select min(coalesce(${dueAt}, ${now})) as at from webhook w where ${hasWork}`,
  );
  return row?.at ?? null;
}

/**
 * Takes a webhook for a worker until a time, or for longer where it has it already; null where another
 * has it. So no two send to it at once, and a worker that was killed holds it up for no longer.
 */
export async function takeWebhook(
  db: Transaction,
  { id, leaseId, now, until }: { id: string; leaseId: string; now: Date; until: Date },
): Promise<WebhookRow | null> {
  const { count } = await db.webhook.updateMany({
    where: { id, OR: [{ leaseId }, { leaseUntil: null }, { leaseUntil: { lte: now } }] },
    data: { leaseId, leaseUntil: until },
  });
  const row = count === 0 ? null : await db.webhook.findUnique({ where: { id } });
  return row && row.leaseId === leaseId ? webhookOf(row) : null;
}

/** Lets go of a webhook, where this worker still has it. */
export async function releaseWebhook(
  db: Transaction,
  { id, leaseId }: { id: string; leaseId: string },
): Promise<void> {
  await db.webhook.updateMany({
    where: { id, leaseId },
    data: { leaseId: null, leaseUntil: null },
  });
}

/**
 * Goes past entries that a webhook is not sent, unless its position was changed meanwhile. Failures of
 * an entry among them do not count for the next one.
 */
export async function passEntries(
  db: Transaction,
  { id, from, to }: { id: string; from: bigint; to: bigint },
): Promise<void> {
  await db.webhook.updateMany({
    where: { id, position: from },
    data: { position: to, failingSince: null, failures: 0, retryAt: null },
  });
}
