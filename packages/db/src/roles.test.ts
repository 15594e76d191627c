import { prepareRoles, RolesError, readerUrl } from '@viewpoints/postgres/roles/roles';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from './client.ts';
import { addJob } from './editorial/jobs.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('the roles of the database', () => {
  it('let the reading site in with the password derived from the secret, and with no other', async () => {
    expect(await db.reader.rows('SELECT current_user::text AS role')).toEqual([
      { role: 'viewpoints_reader' },
    ]);
    await expect(connect(readerUrl(db.url, 'another secret'))).rejects.toThrow(/password/);
  });

  it('make editors work as viewpoints_editorial, who owns nothing', async () => {
    expect(await db.editorial.$queryRaw`SELECT current_user::text AS role`).toEqual([
      { role: 'viewpoints_editorial' },
    ]);
    await expect(
      db.editorial.$executeRaw`ALTER TABLE article DISABLE ROW LEVEL SECURITY`,
    ).rejects.toThrow(/must be owner/);
    await expect(
      db.editorial.$executeRaw`ALTER TABLE audit_record DISABLE TRIGGER ALL`,
    ).rejects.toThrow(/must be owner/);
  });

  it('let editors add a job in their transaction, and touch the queue in no other way', async () => {
    await inTransaction(db.editorial, (tx) =>
      addJob(
        tx,
        'publish_due',
        { articleId: 'a' },
        { runAt: new Date('2031-01-01T09:00:00.000Z'), key: 'a' },
      ),
    );
    const failing = inTransaction(db.editorial, async (tx) => {
      await addJob(tx, 'publish_due', { articleId: 'b' });
      throw new Error('the cause did not happen');
    });
    await expect(failing).rejects.toThrow('the cause did not happen');
    expect(await db.sql('SELECT key, run_at FROM graphile_worker.jobs')).toEqual([
      { key: 'a', run_at: new Date('2031-01-01T09:00:00.000Z') },
    ]);
    await expect(db.editorial.$queryRaw`SELECT * FROM graphile_worker.jobs`).rejects.toThrow(
      /permission denied/,
    );
  });

  it('are prepared again and at once by several processes without a fault', async () => {
    const urls = await Promise.all(
      Array.from({ length: 5 }, () => prepareRoles(db.url, db.secret)),
    );
    expect(new Set(urls)).toEqual(new Set([db.readerUrl]));
  });

  it('given a user who may not create roles, when a new password is needed, then it says what to run', async () => {
    const role = `humble_${Date.now()}`;
    await db.sql(`CREATE ROLE ${role} LOGIN PASSWORD 'humble'`);
    await db.sql(`GRANT CONNECT ON DATABASE "${new URL(db.url).pathname.slice(1)}" TO ${role}`);
    const url = new URL(db.url);
    url.username = role;
    url.password = 'humble';
    // As on a server whose role has no mark yet: with a mark the error would name another journal.
    const [found] = await db.sql<{ mark: string }>(
      `SELECT shobj_description('viewpoints_reader'::regrole, 'pg_authid') AS mark`,
    );
    await db.sql('COMMENT ON ROLE viewpoints_reader IS NULL');
    const refused = await prepareRoles(url.href, 'another secret').catch((error: unknown) => error);
    await db.sql(`COMMENT ON ROLE viewpoints_reader IS '${found?.mark}'`);
    await db.sql(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    expect(refused).toBeInstanceOf(RolesError);
    expect(refused).toMatchObject({ code: 'not_permitted' });
    expect(String(refused)).toContain('ALTER ROLE viewpoints_reader LOGIN');
  });
});
