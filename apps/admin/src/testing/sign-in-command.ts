import { periodAt, totpCode } from '@viewpoints/api/second-factor/totp';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import type { BrowserCommand } from 'vitest/node';
import type {} from './api-setup.ts';
import { ADMIN_ORIGIN } from './forward-to-api.ts';

const setAge = (url: string, age: string) =>
  runSql(url, `UPDATE session SET authenticated_at = now() - interval '${age}'`);

/**
 * Gives the browser the session of this person in place of the one it has, as if they had just signed
 * in: the sessions are as old as the run.
 */
export const signInAs: BrowserCommand<[cookie: string]> = async ({ context, project }, cookie) => {
  await setAge(project.getProvidedContext().databaseUrl, '0 minutes');
  const session = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: 'http://localhost' };
  });
  // Replaced, not cleared first: a call that an open page makes in between would be refused, and
  // every later call of the test would wait for somebody to sign in again.
  await context.addCookies(session);
  for (const { name } of await context.cookies()) {
    if (!session.some((one) => one.name === name)) await context.clearCookies({ name });
  }
};

/** As if everybody had given their password an hour ago. */
export const ageSessions: BrowserCommand<[]> = ({ project }) =>
  setAge(project.getProvidedContext().databaseUrl, '1 hour');

/** The secret of the link to a new address, which a message has: a known one takes its place. */
export const emailToken: BrowserCommand<[email: string]> = async ({ project }, email) => {
  const { databaseUrl } = project.getProvidedContext();
  const token = `token-of-${email}`;
  await runSql(
    databaseUrl,
    `UPDATE email_change SET token_hash = encode(sha256('${token}'), 'hex') WHERE email = '${email}'`,
  );
  return token;
};

/** An account that had this address until now, and the secret of the link that gives it back. */
export const formerEmail: BrowserCommand<[email: string]> = async ({ project }, email) => {
  const token = `former-${email}`;
  await runSql(
    project.getProvidedContext().databaseUrl,
    `WITH changed AS (
       INSERT INTO account (id, email, name, roles)
       VALUES (gen_random_uuid(), 'taken.${email}', 'Nell', '{}') RETURNING id
     )
     INSERT INTO former_email
     SELECT encode(sha256('${token}'), 'hex'), id, '${email}', now(), now() + interval '1 day'
     FROM changed`,
  );
  return token;
};

/** As if a server that knows this many more versions of documents had written an article, or none again. */
export const raiseDocumentVersion: BrowserCommand<[articleId: string, by: number]> = (
  { project },
  articleId,
  by,
) =>
  runSql(
    project.getProvidedContext().databaseUrl,
    `UPDATE article_copy SET version = ${documentVersion + by} WHERE article_id = '${articleId}'`,
  );

/** The code that an app with this secret shows. */
export const codeOf: BrowserCommand<[secret: string]> = async (_, secret) =>
  totpCode(secret, periodAt(new Date()));

/** Signs a person in in another browser. */
export const signInElsewhere: BrowserCommand<[email: string, password: string]> = async (
  { project },
  email,
  password,
) => {
  const { apiPort } = project.getProvidedContext();
  await fetch(`http://127.0.0.1:${apiPort}/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      ...{ origin: ADMIN_ORIGIN, 'content-type': 'application/json' },
      'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    },
    body: JSON.stringify({ email, password }),
  });
};
