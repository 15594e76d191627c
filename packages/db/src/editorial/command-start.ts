import { Role } from '@viewpoints/domain/accounts/account';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { type JournalRow, StoredJournal, unnamedJournal } from './journal.ts';

/** The caller: an account, and the session or access token of the call. */
export type Credentials = {
  accountId: string;
  sessionId: string | null;
  tokenId: string | null;
};

/** The rows that a command reads first. */
type CommandStart = {
  journal: JournalRow;
  /** The moment at which the transaction began. See `getDatabaseTime`. */
  now: Date;
  /**
   * The current roles of the caller; null if the account has been disabled since, if the session or
   * access token has ended, or if no caller was given.
   */
  roles: Role[] | null;
};

/** Reads journal, time and the caller's roles in one query. */
export async function readCommandStart(
  tx: Transaction,
  caller: Credentials | null,
): Promise<CommandStart> {
  const [row] = await parseRowsIn(
    tx,
    z.object({
      now: z.date(),
      journal: StoredJournal.nullable(),
      roles: z.array(Role).nullable(),
    }),
    Prisma.sql`
    select date_trunc('milliseconds', now()) as now, (
      select json_build_object(
        'name', name, 'tagline', tagline, 'language', language, 'timeZone', time_zone,
        'notice', notice, 'contact', contact, 'fourEyes', four_eyes, 'save', save,
        'subscriptions', subscriptions, 'alertDelay', alert_delay, 'digestHour', digest_hour,
        'newsletterLanguages', newsletter_languages)
      from journal where id = 1) as journal, (${rolesOf(caller)}) as roles`,
  );
  if (row === undefined) throw new Error('The database returned no time.');
  const { now, roles } = row;
  return { now, roles, journal: row.journal ?? { ...unnamedJournal, save: 0 } };
}

function rolesOf(caller: Credentials | null): Prisma.Sql {
  if (caller === null) return Prisma.sql`select null::json`;
  const { accountId, sessionId, tokenId } = caller;
  const isOpen =
    sessionId === null
      ? Prisma.empty
      : Prisma.sql`and exists (select from session where id = ${sessionId}::uuid)`;
  const isActive =
    tokenId === null
      ? Prisma.empty
      : Prisma.sql`and exists (
          select from access_token where id = ${tokenId}::uuid and revoked_at is null)`;
  return Prisma.sql`
    select to_json(roles) from account
    where id = ${accountId}::uuid and disabled_at is null ${isOpen} ${isActive}`;
}
