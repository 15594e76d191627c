import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { hashOf } from '@viewpoints/api/accounts/password';
import { connectEditorial } from '@viewpoints/db/client';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { runSql } from '@viewpoints/db/testing/run-sql';
import type {} from '@viewpoints/db/testing/test-server';
import { prepareRoles } from '@viewpoints/postgres/roles/roles';
import type { TestProject } from 'vitest/node';
import { aWordFile } from './a-word-file.ts';
import { ADMIN_ORIGIN } from './forward-to-api.ts';

/**
 * Those who sign in: one with each role, the owner, who has all of them, and a member, whose account
 * tests change.
 */
const PEOPLE = ['owner', 'contributor', 'editor', 'publisher', 'member'] as const;
export type PersonName = (typeof PEOPLE)[number];

export const PASSWORD = 'a long enough password 42';

declare module 'vitest' {
  interface ProvidedContext {
    apiPort: number;
    databaseUrl: string;
    /** The session of each person, as a browser sends it. */
    sessions: Record<PersonName, string>;
    /** A Word file, in base64: the browser has nothing to make one with. */
    wordFile: string;
  }
}

/** Starts the API with its own database and signs in each person, once for all files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testServer, apiPort } = project.getProvidedContext();
  const name = `viewpoints_components_${randomUUID()}`;
  await runSql(testServer.url, `CREATE DATABASE "${name}" TEMPLATE "${testServer.template}"`);
  const address = new URL(testServer.url);
  address.pathname = `/${name}`;
  await addPeople(address.href);
  project.provide('databaseUrl', address.href);
  project.provide('wordFile', aWordFile().toString('base64'));

  const dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-components-'));
  await chmod(dataDir, 0o755);
  const api = spawn(process.execPath, [resolve(import.meta.dirname, '../../../api/src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      NODE_ENV: 'production',
      DATABASE_URL: address.href,
      DATABASE_READER_URL: await prepareRoles(address.href, testServer.secret),
      DATA_DIR: dataDir,
      SECRET: testServer.secret,
      ADMIN_URL: ADMIN_ORIGIN,
      API_PORT: String(apiPort),
      // One browser makes all the calls of all the files.
      NETWORK_LIMIT: '100000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = async () => {
    await end(api);
    await runSql(testServer.url, `DROP DATABASE "${name}" WITH (FORCE)`);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${apiPort}`;
    await answers(`${url}/readyz`, api);
    const sessions = await Promise.all(
      PEOPLE.map(async (person) => [person, await signIn(url, emailOf(person))] as const),
    );
    project.provide('sessions', Object.fromEntries(sessions) as Record<PersonName, string>);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

const emailOf = (person: PersonName) => `${person}@journal.example`;

async function addPeople(databaseUrl: string): Promise<void> {
  const editorial = connectEditorial(databaseUrl, { poolSize: 2 });
  await ensureOwner({ editorial }, { email: emailOf('owner'), password: PASSWORD, name: 'Olive' });
  const passwordHash = await hashOf(PASSWORD);
  const names = { contributor: 'Cora', editor: 'Edda', publisher: 'Pia' };
  for (const role of ['contributor', 'editor', 'publisher'] as const) {
    await insertAccount(editorial, {
      ...{ id: newId(), name: names[role], email: emailOf(role), roles: [role], passwordHash },
      at: new Date(),
    });
  }
  await insertAccount(editorial, {
    ...{ id: newId(), name: 'Mia', email: emailOf('member'), roles: ['editor'], passwordHash },
    at: new Date(),
  });
  // Changed and disabled by a test of their own.
  await insertAccount(editorial, {
    ...{ id: newId(), name: 'Rosa', email: 'rosa@journal.example', roles: ['contributor'] },
    ...{ passwordHash, at: new Date() },
  });
  await editorial.$disconnect();
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { origin: ADMIN_ORIGIN, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until && child.exitCode === null) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} does not answer`);
}
