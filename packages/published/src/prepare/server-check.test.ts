import { writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { databaseFailure } from '@viewpoints/db/database-failure';
import { type PoolerFaults, startPooler } from '@viewpoints/db/testing/pooler';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '@viewpoints/postgres/embedded/embedded';
import { findServerUser } from '@viewpoints/postgres/embedded/user';
import { adoptSecret } from '@viewpoints/postgres/roles/adopt-secret';
import { readerUrl } from '@viewpoints/postgres/roles/roles';
import { checkSecret, isJournalsSecret } from '@viewpoints/postgres/roles/secret-fingerprint';
import { checkEveryMinute, checkServer } from '@viewpoints/postgres/server/check-server';
import { checkAnnouncements, ServerError } from '@viewpoints/postgres/server/server-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { listenForChanges } from '../changes/listen.ts';
import { inspectDatabase } from './inspect-database.ts';
import { prepareDatabase } from './prepare-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (error: unknown) => {
      const failure = databaseFailure(error);
      return failure?.kind === 'unfit' ? failure.problem : `another error: ${error}`;
    },
  );

async function behind(faults: PoolerFaults) {
  const pooler = await startPooler(db.url, faults);
  onTestFinished(pooler.close);
  return pooler;
}

const editorialAt = (url: string) => {
  const editorial = connectEditorial(url, { poolSize: 2 });
  onTestFinished(() => editorial.$disconnect());
  return editorial;
};

describe('behind a pooler that drops the role', () => {
  test('editors can do nothing, rather than work as the owner of the tables', async () => {
    const { through } = await behind({ options: true });
    const editorial = editorialAt(through(db.url));
    expect(await codeOf(editorial.$queryRaw`select 1`)).toBe('wrong_role');
    expect(await codeOf(editorial.$transaction(async () => {}))).toBe('wrong_role');
    const addresses = { databaseUrl: through(db.url), readerUrl: db.readerUrl, secret: db.secret };
    const error = await checkServer(addresses).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServerError);
    expect(String(error)).toMatch(/"viewpoints_editorial".* pooler.* DATABASE_URL /);
  });

  test('one that drops nothing is no matter', async () => {
    const { through } = await behind({});
    const editorial = editorialAt(through(db.url));
    expect(await codeOf(editorial.$queryRaw`select 1`)).toBe('went through');
  });

  test('nor may readers have another role', async () => {
    const reader = connectReader(db.url);
    onTestFinished(reader.$disconnect);
    expect(await codeOf(reader.rows('select 1'))).toBe('wrong_role');
  });
});

describe('behind a pooler that loses announcements', () => {
  test('that is found out', async () => {
    const { through } = await behind({ notifications: true });
    expect(await codeOf(checkAnnouncements(through(db.url), 300))).toBe('announcements_lost');
    expect(await codeOf(checkAnnouncements(db.url))).toBe('went through');
  });

  test('a reading site is refused, and caches nothing', async () => {
    const { through } = await behind({ notifications: true });
    const troubles: (string | null)[] = [];
    const heartbeats: unknown[] = [];
    const stop = await listenForChanges(through(db.readerUrl), {
      ...{ onChange: () => {}, onUp: () => {}, onDown: () => {} },
      onHeartbeat: (holds) => heartbeats.push(holds),
      onTrouble: (error) => troubles.push(error?.code ?? null),
    });
    onTestFinished(stop);
    await vi.waitFor(() => expect(troubles).toContain('announcements_lost'), { timeout: 20_000 });
    expect(heartbeats).toEqual([]);
  });
});

test('a server that takes no changes is none for editors', async () => {
  const [row] = await db.sql<{ name: string }>('select current_database() as name');
  await db.sql(`alter database "${row?.name}" set default_transaction_read_only = on`);
  onTestFinished(async () => {
    await db.sql('set session characteristics as transaction read write');
    await db.sql(`alter database "${row?.name}" reset default_transaction_read_only`);
  });
  expect(await codeOf(editorialAt(db.url).$queryRaw`select 1`)).toBe('server_read_only');
  const reader = connectReader(db.readerUrl);
  onTestFinished(reader.$disconnect);
  expect(await codeOf(reader.rows('select 1'))).toBe('went through');
});

describe('a server of its own', () => {
  let dataDir = '';
  let server: EmbeddedPostgres;
  const secret = 'the secret of this journal, for tests alone';
  const other = 'another secret, of another instance of it';
  const prepare = (given: string) =>
    prepareDatabase(server.url, { secret: given, readerUrl: null });
  const letsReadersIn = async (given: string) => {
    const client = new Client({ connectionString: readerUrl(server.url, given) });
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-own-server-'));
    await chmod(dataDir, 0o711);
    server = await startEmbeddedPostgres({ dataDir });
    await prepare(secret);
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, maxRetries: 3 });
  });

  test('refuses an instance with another secret before it changes anything', async () => {
    const before = await inspectDatabase(server.url, { readerUrl: null, secret });
    expect(before.problems).toEqual({
      ...{ editors: null, readers: null, announcements: null, secret: null },
    });
    const error = await prepare(other).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ServerError', code: 'other_secret' });
    expect(String(error)).toContain('viewpoints -- secret adopt');
    expect([await letsReadersIn(secret), await letsReadersIn(other)]).toEqual([true, false]);
    const found = await inspectDatabase(server.url, { readerUrl: null, secret: other });
    expect(found.problems.secret).toContain('secret adopt');
  });

  test('refuses another journal on it that would change the readers’ password', async () => {
    const second = new URL(server.url);
    second.pathname = '/second';
    const owner = new Client({ connectionString: server.url });
    await owner.connect();
    await owner.query('CREATE DATABASE second');
    await owner.end();
    const error = await prepareDatabase(second.href, { secret: other, readerUrl: null }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'ServerError', code: 'other_secret' });
    expect(String(error)).toContain('Another journal on this server');
    expect(await letsReadersIn(secret)).toBe(true);
  });

  test('takes another secret on request, and ends every session', async () => {
    const owner = new Client({ connectionString: server.url });
    await owner.connect();
    onTestFinished(() => owner.end());
    await adoptSecret(server.url, other);
    expect([await letsReadersIn(secret), await letsReadersIn(other)]).toEqual([false, true]);
    expect(await isJournalsSecret(server.url, other)).toBe(true);
    expect(await codeOf(checkSecret(server.url, secret))).toBe('other_secret');
    await prepare(other);
    const { rows } = await owner.query(`SELECT action FROM audit_record WHERE by_id IS NULL`);
    expect(rows).toContainEqual({ action: 'settings.adopt_secret' });
    await adoptSecret(server.url, secret);
    expect(await letsReadersIn(secret)).toBe(true);
  });

  test('is looked at again after a minute', async () => {
    let now = 0;
    const addresses = { databaseUrl: server.url, readerUrl: readerUrl(server.url, secret), secret };
    const isFit = checkEveryMinute(addresses, () => now);
    await isFit();
    await adoptSecret(server.url, other);
    now = 59_000;
    expect(await codeOf(isFit())).toBe('went through');
    now = 61_000;
    expect(await codeOf(isFit())).toBe('other_secret');
    await adoptSecret(server.url, secret);
    expect(await codeOf(isFit())).toBe('went through');
  });

  test('that is a standby serves neither editors nor readers', async () => {
    await server.stop();
    const signal = join(dataDir, 'postgres', 'standby.signal');
    writeFileSync(signal, '');
    const { uid } = await findServerUser();
    if (uid !== undefined) await chmod(signal, 0o644);
    server = await startEmbeddedPostgres({ dataDir });
    expect(await codeOf(editorialAt(server.url).$queryRaw`select 1`)).toBe('server_in_recovery');
    const reader = connectReader(readerUrl(server.url, secret));
    onTestFinished(reader.$disconnect);
    expect(await codeOf(reader.rows('select 1'))).toBe('server_in_recovery');
    const troubles: (string | undefined)[] = [];
    const stop = await listenForChanges(readerUrl(server.url, secret), {
      ...{ onChange: () => {}, onUp: () => {}, onDown: () => {} },
      onTrouble: (error) => troubles.push(error?.code),
    });
    onTestFinished(stop);
    await vi.waitFor(() => expect(troubles).toContain('server_in_recovery'), { timeout: 10_000 });
  });
});
