import type { Account, OwnProfile, Role } from '@viewpoints/domain/accounts/account';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';
import { newId } from './new-id.ts';

const columns = {
  ...{ id: true, email: true, name: true, roles: true, disabledAt: true, createdAt: true },
} as const;

type Row = Omit<Account, 'disabledAt' | 'createdAt'> & { disabledAt: Date | null; createdAt: Date };

const accountOf = (row: Row): Account => ({
  ...row,
  disabledAt: instantOrNull(row.disabledAt),
  createdAt: instant(row.createdAt),
});

export async function findAccount(db: Transaction, id: string): Promise<Account | null> {
  const row = await db.account.findUnique({ where: { id }, select: columns });
  return row === null ? null : accountOf(row);
}

export async function findAccountByEmail(db: Transaction, email: string): Promise<Account | null> {
  const row = await db.account.findUnique({
    where: { email: email.toLowerCase() },
    select: columns,
  });
  return row === null ? null : accountOf(row);
}

/** Everybody who ever signed in, by name. */
export async function listAccounts(db: Transaction): Promise<Account[]> {
  const rows = await db.account.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1000,
    select: columns,
  });
  return rows.map(accountOf);
}

/** Everybody who can sign in and takes part in writing or reviewing, by name. */
export async function listColleagues(db: Transaction): Promise<Colleague[]> {
  const roles: Role[] = ['contributor', 'editor', 'publisher'];
  return db.account.findMany({
    where: { disabledAt: null, roles: { hasSome: roles } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 1000,
    select: { id: true, name: true, roles: true },
  });
}

/** Reads an account under a shared lock that lasts until the transaction ends. */
export async function lockAccount(tx: Transaction, id: string): Promise<Account | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from account where id = ${id}::uuid for share`);
  return findAccount(tx, id);
}

/** Takes every account for this transaction, so that two changes cannot remove the last admin. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`lock table account in share row exclusive mode`;
}

/** Admins who can sign in. */
export async function countAdmins(db: Transaction, exceptId: string | null): Promise<number> {
  return db.account.count({
    where: {
      roles: { has: 'admin' },
      disabledAt: null,
      ...(exceptId === null ? {} : { id: { not: exceptId } }),
    },
  });
}

export type NewAccount = {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  passwordHash: string;
  at: Date;
};

/** Inserts an account that signs in with a password, in the form that better-auth stores. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<Account> {
  const { id, name, roles, passwordHash, at } = account;
  const stamps = { createdAt: at, updatedAt: at };
  const row = await tx.account.create({
    data: {
      ...{ id, name, roles },
      email: account.email.toLowerCase(),
      emailVerified: true,
      ...stamps,
      credentials: {
        create: {
          id: newId(),
          accountId: id,
          providerId: 'credential',
          password: passwordHash,
          ...stamps,
        },
      },
    },
    select: columns,
  });
  return accountOf(row);
}

export async function updateRoles(tx: Transaction, id: string, roles: Role[]): Promise<Account> {
  return accountOf(await tx.account.update({ where: { id }, data: { roles }, select: columns }));
}

/** Name and time zone of an account, as its owner sets them. */
export function updateProfile(tx: Transaction, id: string, data: OwnProfile): Promise<OwnProfile> {
  return tx.account.update({ where: { id }, data, select: { name: true, timeZone: true } });
}

export async function findTimeZone(db: Transaction, id: string): Promise<string | null> {
  const row = await db.account.findUnique({ where: { id }, select: { timeZone: true } });
  return row?.timeZone ?? null;
}

/** Changes the address of an account; links for a new password end with the old one. */
export async function updateEmail(
  tx: Transaction,
  id: string,
  email: string,
): Promise<{ email: string }> {
  await tx.verification.deleteMany({ where: { value: id } });
  return tx.account.update({
    where: { id },
    data: { email: email.toLowerCase() },
    select: { email: true },
  });
}

/** The hash of an account's password, as better-auth stores it. */
export async function findPasswordHash(db: Transaction, accountId: string): Promise<string | null> {
  const row = await db.credential.findFirst({
    where: { userId: accountId, providerId: 'credential' },
    select: { password: true },
  });
  return row?.password ?? null;
}

/**
 * Deletes the password of an account: a link has to set a new one before it can be used again. The
 * database revokes what a password change ends: see `revoke_on_password_change`.
 */
export async function deletePassword(tx: Transaction, accountId: string): Promise<void> {
  await tx.credential.updateMany({
    where: { userId: accountId, providerId: 'credential' },
    data: { password: null },
  });
}

/** Stores what a link to set a new password proves, or a right password before its code. */
export async function insertSignInProof(
  tx: Transaction,
  proof: { accountId: string; identifier: string; expiresAt: Date; at: Date },
): Promise<void> {
  const { accountId, identifier, expiresAt, at } = proof;
  await tx.verification.create({
    data: { id: newId(), identifier, value: accountId, expiresAt, createdAt: at, updatedAt: at },
  });
}

/** Disables an account, or enables it again. */
export async function updateDisabled(
  tx: Transaction,
  id: string,
  at: Date | null,
): Promise<Account> {
  return accountOf(
    await tx.account.update({ where: { id }, data: { disabledAt: at }, select: columns }),
  );
}

/** Deletes the sessions of an account and its password reset links; returns how many sessions. */
export async function endSignIns(tx: Transaction, accountId: string): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId: accountId } });
  await tx.verification.deleteMany({ where: { value: accountId } });
  return count;
}

/** Removes sessions and proofs that have run out. */
export async function deleteExpiredProofs(db: Transaction, now: Date): Promise<void> {
  const expired = { where: { expiresAt: { lt: now } } };
  await db.session.deleteMany(expired);
  await db.verification.deleteMany(expired);
}

/** Names of accounts by their ids, for rows that refer to accounts. */
export async function listNamesOf(db: Transaction, ids: string[]): Promise<Record<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Whether there is an admin who can sign in. */
export async function isOwned(db: Transaction): Promise<boolean> {
  return (await countAdmins(db, null)) > 0;
}
