import type { EditorialDatabase } from '@viewpoints/db/client';
import { findTokenAccountId, markTokenUsed } from '@viewpoints/db/editorial/access-tokens';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { reason } from '@viewpoints/domain/refusal';
import type { SignedIn } from '../context.ts';
import { type Clock, momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import type { Accounts } from './accounts.ts';
import { secretHash } from './secrets.ts';

/** How exactly a token's last use is known, in milliseconds: not every call is worth a write. */
const usePrecision = 60_000;

type Parts = { editorial: EditorialDatabase; accounts: Accounts; now?: Clock };

/**
 * Who makes a request: by an access token where it brings one (a wrong one is refused, never taken
 * for nobody), else by the session of its cookie. Roles are read each time, so that what was taken
 * from somebody is gone with their next call.
 */
export async function findSignedIn(
  parts: Parts,
  headers: Headers,
): Promise<{ account: SignedIn | null; setCookies: string[] }> {
  const authorization = headers.get('authorization');
  if (authorization !== null)
    return { account: await byToken(parts, authorization), setCookies: [] };
  if (headers.get('cookie') === null) return { account: null, setCookies: [] };
  const session = await parts.accounts.session(headers);
  if (session === null) return { account: null, setCookies: [] };
  const account = await findAccount(parts.editorial, session.accountId);
  if (account === null || account.disabledAt !== null) return { account: null, setCookies: [] };
  const { id, roles, name, email } = account;
  return { account: { id, roles, name, email, by: 'session' }, setCookies: session.setCookies };
}

async function byToken({ editorial, now }: Parts, authorization: string): Promise<SignedIn> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
  const at = await momentOf({ editorial, now });
  const found =
    token === undefined ? null : await findTokenAccountId(editorial, secretHash(token), at);
  const account = found && (await findAccount(editorial, found.accountId));
  if (!found || !account)
    throw new ProblemError('signed_out', [
      reason('token_refused', 'This access token is unknown, revoked or too old.'),
    ]);
  const stale = at.getTime() - (found.lastUsedAt?.getTime() ?? 0) > usePrecision;
  if (stale) await markTokenUsed(editorial, found.tokenId, at);
  const { id, roles, name, email } = account;
  return { id, roles, name, email, by: 'token' };
}
