import { type AccessToken, Role, Scope } from '@viewpoints/domain/accounts/account';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant, instantOrNull } from './instant.ts';

const columns = {
  ...{ id: true, name: true, hint: true, scopes: true, createdAt: true, expiresAt: true },
  ...{ lastUsedAt: true, revokedAt: true },
} as const;

type Row = Record<'id' | 'name' | 'hint', string> & { scopes: Scope[] } & Record<
    'createdAt' | 'expiresAt',
    Date
  > &
  Record<'lastUsedAt' | 'revokedAt', Date | null>;

const tokenOf = (row: Row): AccessToken => ({
  ...row,
  createdAt: instant(row.createdAt),
  expiresAt: instant(row.expiresAt),
  lastUsedAt: instantOrNull(row.lastUsedAt),
  revokedAt: instantOrNull(row.revokedAt),
});

/** The tokens of an account, newest first. */
export async function listAccessTokens(db: Transaction, accountId: string): Promise<AccessToken[]> {
  const rows = await db.accessToken.findMany({
    where: { accountId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: columns,
  });
  return rows.map(tokenOf);
}

export type NewAccessToken = {
  id: string;
  accountId: string;
  name: string;
  hint: string;
  tokenHash: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date;
};

export async function insertAccessToken(
  tx: Transaction,
  token: NewAccessToken,
): Promise<AccessToken> {
  return tokenOf(await tx.accessToken.create({ data: token, select: columns }));
}

/** Revokes a token; returns its account, or null if there is no active token with this id. */
export async function revokeAccessToken(
  tx: Transaction,
  { id, at }: { id: string; at: Date },
): Promise<{ accountId: string } | null> {
  const [revoked] = await tx.accessToken.updateManyAndReturn({
    where: { id, revokedAt: null },
    data: { revokedAt: at },
    select: { accountId: true },
  });
  return revoked ?? null;
}

/** Revokes all active tokens of an account; returns their ids. */
export async function revokeAccessTokensOf(
  tx: Transaction,
  { accountId, at }: { accountId: string; at: Date },
): Promise<string[]> {
  const revoked = await tx.accessToken.updateManyAndReturn({
    where: { accountId, revokedAt: null },
    data: { revokedAt: at },
    select: { id: true },
  });
  return revoked.map(({ id }) => id);
}

const UsableToken = z.object({
  tokenId: z.uuid(),
  scopes: z.array(Scope),
  lastUsedAt: z.date().nullable(),
  accountId: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  /** The moment of the look-up. */
  at: z.date(),
});

/** An active token, with its account, which is enabled. */
export type UsableToken = z.infer<typeof UsableToken>;

/**
 * Finds a token by its hash, at a moment or now by the database's clock. One statement: anybody can make
 * a program send wrong ones.
 */
export async function findUsableToken(
  db: Transaction,
  tokenHash: string,
  moment: Date | null,
): Promise<UsableToken | null> {
  const [row] = await parseRowsIn(
    db,
    UsableToken,
    Prisma.sql`
    select token.id as "tokenId", to_json(token.scopes) as scopes,
      token.last_used_at as "lastUsedAt", clock.at, account.id as "accountId", account.name,
      account.email, to_json(account.roles) as roles
    from access_token token
      join account on account.id = token.account_id and account.disabled_at is null,
      coalesce(${moment}::timestamptz, date_trunc('milliseconds', now())) as clock(at)
    where token.token_hash = ${tokenHash} and token.revoked_at is null
      and token.expires_at > clock.at`,
  );
  return row ?? null;
}

/** Whether an access token has not been revoked. */
export async function isTokenActive(db: Transaction, id: string): Promise<boolean> {
  return (await db.accessToken.count({ where: { id, revokedAt: null } })) > 0;
}

export async function markTokenUsed(db: Transaction, id: string, at: Date): Promise<void> {
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}
