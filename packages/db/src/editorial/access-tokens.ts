import type { AccessToken, Scope } from '@viewpoints/domain/accounts/account';
import type { Transaction } from '../client.ts';
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

/** An active token of an enabled account. */
export type UsableToken = {
  tokenId: string;
  accountId: string;
  scopes: Scope[];
  lastUsedAt: Date | null;
};

export async function findUsableToken(
  db: Transaction,
  tokenHash: string,
  now: Date,
): Promise<UsableToken | null> {
  const row = await db.accessToken.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      expiresAt: { gt: now },
      account: { disabledAt: null },
    },
    select: { id: true, accountId: true, scopes: true, lastUsedAt: true },
  });
  if (row === null) return null;
  const { id: tokenId, ...found } = row;
  return { tokenId, ...found };
}

/** Whether an access token has not been revoked. */
export async function isTokenActive(db: Transaction, id: string): Promise<boolean> {
  return (await db.accessToken.count({ where: { id, revokedAt: null } })) > 0;
}

export async function markTokenUsed(db: Transaction, id: string, at: Date): Promise<void> {
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}
