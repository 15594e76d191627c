import { chown } from 'node:fs/promises';
import { createServer } from 'node:net';
import { findServerUser } from '@viewpoints/postgres/embedded/user';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connectEditorial, inTransaction, type Transaction } from './client.ts';
import { connectReader } from './connect-reader.ts';
import { databaseFailure } from './database-failure.ts';
import { mountSmallDisk } from './testing/small-disk.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

const disk = await mountSmallDisk(1);
afterAll(() => disk?.remove());

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** The kind that a failed call is classified as; a call that succeeds has no failure. */
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went through',
    (error: unknown) => databaseFailure(error)?.kind ?? `unknown: ${error}`,
  );

const backendOf = async (tx: Transaction) => {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? 0;
};

const ended = async (pid: number) => {
  await db.sql('select pg_terminate_backend($1, 5000)', [pid]);
  // The driver hears of it when it next looks at the socket.
  await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('a connection that breaks', () => {
  test('between two statements of a transaction is out of reach, and the next one works', async () => {
    const work = inTransaction(db.editorial, async (tx) => {
      await ended(await backendOf(tx));
      await tx.$queryRaw`select 1`;
    });
    expect(await kindOf(work)).toBe('unreachable');
    expect(await kindOf(inTransaction(db.editorial, backendOf))).toBe('went through');
  });

  test('before a transaction is committed is out of reach', async () => {
    const work = inTransaction(db.editorial, async (tx) => ended(await backendOf(tx)));
    expect(await kindOf(work)).toBe('unreachable');
  });

  test('while a statement runs is out of reach', async () => {
    const work = inTransaction(db.editorial, async (tx) => {
      const pid = await backendOf(tx);
      await Promise.all([tx.$queryRaw`select pg_sleep(10)::text`, ended(pid)]);
    });
    expect(await kindOf(work)).toBe('unreachable');
  });

  test('among those of readers is out of reach, and the next one works', async () => {
    const read = (text: string) => db.reader.rows(text);
    await read('select 1');
    const work = kindOf(read('select pg_sleep(4)'));
    await db.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'viewpoints-reader' and datname = current_database()`,
    );
    expect(await work).toBe('unreachable');
    expect(await kindOf(read('select 1'))).toBe('went through');
  });

  test('or was closed by this process is out of reach', async () => {
    const reader = connectReader(db.readerUrl);
    await reader.$disconnect();
    expect(await kindOf(reader.rows('select 1'))).toBe('unreachable');
  });

  test('or is accepted by something that never answers is out of reach', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const url = new URL(db.url);
    url.host = `127.0.0.1:${port}`;
    const [editorial, reader] = [connectEditorial(url.href), connectReader(url.href)];
    onTestFinished(async () => {
      await Promise.all([editorial.$disconnect(), reader.$disconnect()]);
      silent.close();
    });
    const kinds = [editorial.$queryRaw`select 1`, reader.rows('select 1')].map(kindOf);
    expect(await Promise.all(kinds)).toEqual(['unreachable', 'unreachable']);
  });

  test('or could not be had from the pool in time is out of reach', async () => {
    const narrow = connectEditorial(db.url, { poolSize: 1 });
    const free = Promise.withResolvers<void>();
    onTestFinished(async () => {
      free.resolve();
      await holding;
      await narrow.$disconnect();
    });
    const taken = Promise.withResolvers<void>();
    const holding = inTransaction(narrow, async (tx) => {
      await tx.$queryRaw`select 1`;
      taken.resolve();
      await free.promise;
    });
    await taken.promise;
    expect(await kindOf(inTransaction(narrow, async () => {}))).toBe('unreachable');
  });
});

describe('what takes too long', () => {
  test('is a timeout where a transaction is ended for it', async () => {
    const work = inTransaction(
      db.editorial,
      async (tx) => {
        await tx.$queryRaw`select pg_sleep(0.4)::text`;
        await tx.$queryRaw`select 1`;
      },
      { timeout: 100 },
    );
    expect(await kindOf(work)).toBe('timeout');
  });

  test('is a timeout where the server cancels a statement', async () => {
    const work = inTransaction(db.editorial, async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 50`;
      await tx.$queryRaw`select pg_sleep(5)::text`;
    });
    expect(await kindOf(work)).toBe('timeout');
  });
});

describe('a full disk under the database', () => {
  test('is classified by its code', async () => {
    const work = db.editorial.$executeRaw`
      do $$ begin raise exception 'no room' using errcode = 'disk_full'; end $$`;
    expect(await kindOf(work)).toBe('storage_full');
  });

  test.skipIf(disk === null)('is told apart when it is met', async ({ skip }) => {
    const { uid, gid } = await findServerUser();
    const directory = disk?.directory ?? '';
    await chown(directory, uid ?? 0, gid ?? 0);
    const space = `small_${Math.random().toString(36).slice(2)}`;
    const made = await db
      .sql(`create tablespace ${space} location '${directory}'`)
      .catch(() => null);
    if (made === null) skip('the server cannot see the disk of this test');
    onTestFinished(async () => {
      await db.sql('alter table message set tablespace pg_default');
      await db.sql(`drop tablespace ${space}`);
    });
    await db.sql(`alter table message set tablespace ${space}`);
    const write = (text: string) => db.editorial.$executeRaw`
      insert into message (id, kind, recipient, subject, text, created_at, expires_at)
      select gen_random_uuid(), 'invitation', 'a@b.example', 's', ${text} || n, now(), now()
      from generate_series(1, 100) as n`;
    await db.sql('alter table message alter column text set storage plain');
    const kinds = new Set<string>();
    for (let count = 0; count < 10 && kinds.size < 2; count += 1)
      kinds.add(await kindOf(write('x'.repeat(7000))));
    expect([...kinds]).toEqual(['went through', 'storage_full']);
  });
});

test('what is no failure of the database has no kind', () => {
  expect(databaseFailure(new Error('anything else'))).toBeNull();
  expect(databaseFailure(null)).toBeNull();
});
