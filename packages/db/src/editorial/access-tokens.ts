import type { AccessToken } from '@viewpoints/domain/accounts/account';
import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';

const columns = {
  ...{ id: true, name: true, hint: true, createdAt: true, expiresAt: true },
  ...{ lastUsedAt: true, revokedAt: true },
} as const;

type Row = Record<'id' | 'name' | 'hint', string> & { createdAt: Date } & Record<
    'expiresAt' | 'lastUsedAt' | 'revokedAt',
    Date | null
  >;

const tokenOf = (row: Row): AccessToken => ({
  ...row,
  createdAt: instant(row.createdAt),
  expiresAt: instantOrNull(row.expiresAt),
  lastUsedAt: instantOrNull(row.lastUsedAt),
  revokedAt: instantOrNull(row.revokedAt),
});

/** An account's own tokens, newest first. */
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
  createdAt: Date;
  expiresAt: Date | null;
};

export async function insertAccessToken(
  tx: Transaction,
  token: NewAccessToken,
): Promise<AccessToken> {
  return tokenOf(await tx.accessToken.create({ data: token, select: columns }));
}

/** Revokes one of an account's tokens for good; false where it has no such token that counts. */
export async function revokeAccessToken(
  tx: Transaction,
  { id, accountId, at }: { id: string; accountId: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.accessToken.updateMany({
    where: { id, accountId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count > 0;
}

/** The account a token acts as, while the token counts and the account is not disabled. */
export async function findTokenAccountId(
  db: Transaction,
  tokenHash: string,
  now: Date,
): Promise<{ tokenId: string; accountId: string; lastUsedAt: Date | null } | null> {
  const row = await db.accessToken.findFirst({
    where: {
      tokenHash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      account: { disabledAt: null },
    },
    select: { id: true, accountId: true, lastUsedAt: true },
  });
  return row === null
    ? null
    : { tokenId: row.id, accountId: row.accountId, lastUsedAt: row.lastUsedAt };
}

export async function markTokenUsed(db: Transaction, id: string, at: Date): Promise<void> {
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: at } });
}
