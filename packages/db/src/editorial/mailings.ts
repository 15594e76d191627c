import { Cadence } from '@viewpoints/domain/subscriptions/subject';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';
import { newId } from './new-id.ts';

const { sql } = Prisma;

/** A mailing of what a stretch of the log tells. */
export type MailingRow = { id: string; cadence: Cadence; after: bigint; upto: bigint };

/** Locks how far a cadence has come, and begins at the end of the log where it never began. */
export async function lockMailingCursor(
  tx: Transaction,
  { cadence, now }: { cadence: Cadence; now: Date },
): Promise<{ number: bigint; at: Date }> {
  await tx.$executeRaw`
    insert into mailing_cursor (cadence, number, at)
    select ${cadence}, last, ${now} from public_change_count on conflict do nothing`;
  await lockRowsIn(tx, sql`select 1 from mailing_cursor where cadence = ${cadence} for update`);
  return tx.mailingCursor.findUniqueOrThrow({ where: { cadence } });
}

export async function moveMailingCursor(
  tx: Transaction,
  { cadence, number, at }: { cadence: Cadence; number: bigint; at: Date },
): Promise<void> {
  await tx.mailingCursor.update({ where: { cadence }, data: { number, at } });
}

/** Forgets what was being sent and how far each cadence had come: the next begins at the end of the log. */
export async function forgetMailings(tx: Transaction): Promise<void> {
  await tx.mailing.deleteMany();
  await tx.mailingCursor.deleteMany();
}

/** The number of the last entry up to which all are as old as a moment; null where there is none. */
export async function findNumberBefore(
  db: Transaction,
  { after, moment }: { after: bigint; moment: Date },
): Promise<bigint | null> {
  const [row] = await parseRowsIn(
    db,
    z.object({ number: z.coerce.bigint().nullable() }),
    sql`select case when (select min(number) from public_change where number > ${after} and at > ${moment}) is null
        then (select max(number) from public_change where number > ${after})
        else (select min(number) - 1 from public_change where number > ${after} and at > ${moment}) end as number`,
  );
  const number = row?.number ?? null;
  return number !== null && number > after ? number : null;
}

const Appeared = z.object({ kind: z.enum(['article', 'finding']), id: z.string(), at: z.date() });

/** Articles and findings that became visible in a stretch of the log; of each the last time. */
export async function listAppeared(
  db: Transaction,
  { after, upto }: { after: bigint; upto: bigint },
): Promise<z.infer<typeof Appeared>[]> {
  return parseRowsIn(
    db,
    Appeared,
    sql`select distinct on (c.kind, c.ref_id) c.kind, c.ref_id as id, c.at from public_change c
      where c.number > ${after} and c.number <= ${upto} and c.shown and c.kind in ('article', 'finding')
        and (select p.shown from public_change p
             where p.kind = c.kind and p.ref_id = c.ref_id and p.number < c.number
             order by p.number desc limit 1) is not true
      order by c.kind, c.ref_id, c.number desc`,
  );
}

/** When an article last became visible before a moment: what was wrong with it then went out. */
export async function findAppearanceBefore(
  db: Transaction,
  { articleId, moment }: { articleId: string; moment: Date },
): Promise<Date | null> {
  const [row] = await parseRowsIn(
    db,
    z.object({ at: z.date() }),
    sql`select c.at from public_change c
      where c.kind = 'article' and c.ref_id = ${articleId}::uuid and c.shown and c.at <= ${moment}
        and (select p.shown from public_change p
             where p.kind = c.kind and p.ref_id = c.ref_id and p.number < c.number
             order by p.number desc limit 1) is not true
      order by c.number desc limit 1`,
  );
  return row?.at ?? null;
}

/**
 * Topics and authors that the versions of an article name. Editors' role reads them: a topic that the
 * article has left may have nothing else under it, so that readers do not see it any more.
 */
export async function listFormerSubjects(db: Transaction, articleId: string): Promise<string[]> {
  const rows = await parseRowsIn(
    db,
    z.object({ subject: z.string() }),
    sql`with named as (
        select 'topic' as kind, e ->> 'slug' as slug
        from published_version v, jsonb_array_elements(v.view -> 'topics') e
        where v.article_id = ${articleId}::uuid and v.view is not null
        union select 'author', e ->> 'slug'
        from published_version v, jsonb_array_elements(v.view #> '{byline,authors}') e
        where v.article_id = ${articleId}::uuid and v.view is not null
      )
      select 'topic:' || t.id as subject from named n join topic t on n.kind = 'topic' and t.slug = n.slug
      union select 'author:' || a.id from named n join author a on n.kind = 'author' and a.slug = n.slug
      union select n.kind || ':' || f.ref_id from named n
        join former_slug f on f.kind::text = n.kind and f.slug = n.slug`,
  );
  return rows.map(({ subject }) => subject);
}

export async function insertMailing(
  tx: Transaction,
  mailing: Omit<MailingRow, 'id'> & { createdAt: Date },
): Promise<void> {
  await tx.mailing.create({ data: { id: newId(), ...mailing } });
}

/** What is being sent: alerts first, then the older. */
export async function listMailings(db: Transaction): Promise<MailingRow[]> {
  const rows = await db.mailing.findMany({
    where: { newsletterId: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const order = Cadence.options;
  return rows
    .flatMap(({ id, after, upto, ...row }) => {
      const { data: cadence } = Cadence.safeParse(row.cadence);
      return cadence === undefined ? [] : [{ id, cadence, after, upto }];
    })
    .sort((one, other) => order.indexOf(one.cadence) - order.indexOf(other.cadence));
}

/** A subscriber whose turn it is, with what of theirs the mailing is about. */
const Claimed = z.object({
  id: z.string(),
  address: z.string(),
  language: z.string(),
  attempts: z.number(),
  subscriptions: z.array(z.object({ subject: z.string(), since: z.coerce.date() })),
});
export type Claimed = z.infer<typeof Claimed>;

const subscriptionsOf = (cadence: Cadence, subjects: readonly string[]) => sql`(
  select json_agg(json_build_object('subject', p.subject, 'since', p.since)) from subscription p
  where p.subscriber_id = s.id and p.cadence = ${cadence} and p.subject = any(${[...subjects]}::text[]))`;

/**
 * Claims the next subscribers of a mailing, who then are nobody else's and never claimed again: those to
 * be tried again, and those after its position. Done before anything is sent, in one transaction.
 */
export async function claimSubscribers(
  tx: Transaction,
  mailing: Pick<MailingRow, 'id' | 'cadence'>,
  { subjects, limit, now }: { subjects: readonly string[]; limit: number; now: Date },
): Promise<Claimed[]> {
  const { id, cadence } = mailing;
  const found = await lockRowsIn(tx, sql`select 1 from mailing where id = ${id}::uuid for update`);
  // Another worker has come to its end.
  if (found === 0) return [];
  const own = subscriptionsOf(cadence, subjects);
  const again = await parseRowsIn(
    tx,
    Claimed,
    sql`with due as (
        select subscriber_id from mailing_claim
        where mailing_id = ${id}::uuid and retry_at <= ${now} order by retry_at limit ${limit}
      ), taken as (
        update mailing_claim c set retry_at = null, attempts = c.attempts + 1 from due
        where c.mailing_id = ${id}::uuid and c.subscriber_id = due.subscriber_id
        returning c.subscriber_id, c.attempts
      )
      select s.id, s.address, s.language, t.attempts, coalesce(${own}, '[]') as subscriptions
      from taken t join subscriber s on s.id = t.subscriber_id`,
  );
  const next = await parseRowsIn(
    tx,
    Claimed,
    sql`with mine as (
        select s.id, s.address, s.language from subscriber s
        where s.id > coalesce((select position from mailing where id = ${id}::uuid), '00000000-0000-0000-0000-000000000000')
          and exists (select from subscription p where p.subscriber_id = s.id
            and p.cadence = ${cadence} and p.subject = any(${[...subjects]}::text[]))
        order by s.id limit ${Math.max(0, limit - again.length)}
      ), claimed as (
        insert into mailing_claim (mailing_id, subscriber_id) select ${id}::uuid, id from mine
      ), moved as (
        update mailing set position = (select id from mine order by id desc limit 1)
        where id = ${id}::uuid and exists (select from mine)
      )
      select s.id, s.address, s.language, 0 as attempts, ${own} as subscriptions from mine s order by s.id`,
  );
  return [...again, ...next];
}

/** Forgets that somebody was claimed: their message is sent, or never will be. */
export async function endClaims(
  db: Transaction,
  { mailingId, subscriberIds }: { mailingId: string; subscriberIds: readonly string[] },
): Promise<void> {
  await db.mailingClaim.deleteMany({
    where: { mailingId, subscriberId: { in: [...subscriberIds] } },
  });
}

/** Has somebody tried again whose message the mail server certainly did not take. */
export async function deferClaims(
  db: Transaction,
  claims: { mailingId: string; subscriberIds: readonly string[]; retryAt: Date },
): Promise<void> {
  const { mailingId, subscriberIds, retryAt } = claims;
  await db.mailingClaim.updateMany({
    where: { mailingId, subscriberId: { in: [...subscriberIds] } },
    data: { retryAt },
  });
}

/**
 * Deletes a mailing in which nobody is left to be tried again. Whoever was claimed by a worker that was
 * killed may have been written to, so is not written to again.
 */
export async function endMailing(tx: Transaction, id: string): Promise<boolean> {
  const waiting = await tx.mailingClaim.count({
    where: { mailingId: id, retryAt: { not: null } },
  });
  if (waiting > 0) return false;
  await tx.mailing.deleteMany({ where: { id } });
  return true;
}
