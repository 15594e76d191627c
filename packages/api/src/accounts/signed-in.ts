import type { EditorialDatabase } from '@viewpoints/db/client';
import { markTokenUsed } from '@viewpoints/db/editorial/access-tokens';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { markSessionUsed } from '@viewpoints/db/editorial/sessions';
import { reason } from '@viewpoints/domain/refusal';
import type { SignedIn } from '../context.ts';
import { type Clock, momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import type { Accounts } from './accounts.ts';

/** The precision of the last use, in milliseconds: not every call is worth a write. */
const usePrecision = { token: 60_000, session: 60 * 60_000 };

/** The cookie of a session; better-auth puts `__Secure-` before it where the admin is under https. */
const sessionCookie = /(?:^|;\s*)(?:__Secure-)?viewpoints\.session_token=/;

/**
 * Whether a request's head has anything that could belong to an account: an access token or the
 * cookie of a session. Any other cookie is not one of ours.
 */
export function bringsCredentials(headers: {
  authorization?: string | undefined;
  cookie?: string | undefined;
}): boolean {
  return headers.authorization !== undefined || sessionCookie.test(headers.cookie ?? '');
}

type Dependencies = { editorial: EditorialDatabase; accounts: Accounts; now?: Clock };

/**
 * The account of a request: by its access token if it has one (a wrong one is refused, never
 * treated as anonymous), else by the session of its cookie. Roles are read each time, so that a
 * removed role is gone with the next call. `beforeFirst` is `TokenLookup`'s.
 */
export async function findSignedIn(
  parts: Dependencies,
  headers: Headers,
  beforeFirst: () => void = () => {},
): Promise<{ account: SignedIn | null; setCookies: string[] }> {
  const authorization = headers.get('authorization');
  if (authorization !== null)
    return { account: await byToken(parts, authorization, beforeFirst), setCookies: [] };
  if (headers.get('cookie') === null) return { account: null, setCookies: [] };
  const session = await parts.accounts.session(headers);
  if (session === null) return { account: null, setCookies: [] };
  const account = await findAccount(parts.editorial, session.accountId);
  if (account === null || account.disabledAt !== null) return { account: null, setCookies: [] };
  const roughly = parts.now?.() ?? new Date();
  if (roughly.getTime() - session.usedAt.getTime() > usePrecision.session)
    await markSessionUsed(parts.editorial, session.id, await momentOf(parts));
  const { id, roles, name, email } = account;
  const own = { id: session.id, authenticatedAt: session.authenticatedAt };
  return {
    account: { id, roles, name, email, scopes: null, session: own, token: null },
    setCookies: session.setCookies,
  };
}

const tokenRefused = () =>
  new ProblemError('signed_out', [
    reason('token_refused', 'This access token is unknown, revoked or too old.'),
  ]);

async function byToken(
  { editorial, accounts }: Dependencies,
  authorization: string,
  beforeFirst: () => void,
): Promise<SignedIn> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
  // A malformed token is refused without a query.
  const found = token === undefined ? null : await accounts.tokens.find(token, beforeFirst);
  if (found === null) throw tokenRefused();
  const { accountId: id, roles, name, email, scopes, tokenId, at } = found;
  const stale = at.getTime() - (found.lastUsedAt?.getTime() ?? 0) > usePrecision.token;
  if (stale) await markTokenUsed(editorial, tokenId, at);
  return { id, roles, name, email, scopes, session: null, token: { id: tokenId } };
}
