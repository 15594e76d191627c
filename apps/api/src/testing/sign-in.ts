import { hashOf } from '@viewpoints/api/accounts/password';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Account, Role } from '@viewpoints/domain/accounts/account';
import { type Answer, cookieOf, origin, type TestApi } from './test-api.ts';

export const password = 'a long enough one';
/** Made once, since hashing takes as long as a whole test. */
const passwordHash = hashOf(password);

/** An account that signs in with `password`. */
export async function addMember(api: TestApi, name: string, ...roles: Role[]): Promise<Account> {
  const email = `${name.toLowerCase()}@journal.example`;
  return insertAccount(api.db.editorial, {
    ...{ id: newId(), name, email, roles, passwordHash: await passwordHash, at: new Date() },
  });
}

/** Sends JSON to an address of signing in, as the admin's pages do. */
export function postAuth(
  api: TestApi,
  path: string,
  body: unknown,
  { cookie, userAgent = 'a program' }: { cookie?: string; userAgent?: string } = {},
): Promise<Answer> {
  return api.send(`/auth/${path}`, {
    method: 'POST',
    headers: {
      ...{ origin, 'content-type': 'application/json', 'user-agent': userAgent },
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
}

/** Signs in with a password alone, in a browser of this name; returns the cookie. */
export async function signInAs(api: TestApi, email: string, userAgent?: string): Promise<string> {
  const given = userAgent === undefined ? {} : { userAgent };
  const answer = await postAuth(api, 'sign-in/email', { email, password }, given);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return cookieOf(answer);
}
