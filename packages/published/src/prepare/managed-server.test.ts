import { connectEditorial } from '@viewpoints/db/client';
import { connectReader } from '@viewpoints/db/connect-reader';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { runSql } from '@viewpoints/db/testing/run-sql';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '@viewpoints/postgres/embedded/embedded';
import { MigrationError } from '@viewpoints/postgres/migrations/error';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { confineReader, findReaderOpenings } from '@viewpoints/postgres/roles/confine-reader';
import { prepareRoles, RolesError } from '@viewpoints/postgres/roles/roles';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareAnnouncementKey } from '../changes/announcement-key.ts';
import { publish } from '../testing/publish.ts';

/*
 * A managed service provides a user who owns a database and is no superuser. Roles belong to the
 * whole server, so this needs one of its own.
 */

let server: EmbeddedPostgres;
let admin: Client;
const secret = 'a secret for tests, which guards nothing at all';

beforeAll(async () => {
  server = await startEmbeddedPostgres({ throwaway: true });
  admin = new Client({ connectionString: server.url });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await server.stop();
});

/** An empty database with an owner of its own, as a managed service provides them. */
async function handOut(name: string, privileges: string): Promise<string> {
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'p' NOSUPERUSER ${privileges}`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(server.url);
  url.username = name;
  url.password = 'p';
  url.pathname = `/${name}`;
  return url.href;
}

const thrownBy = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe('on a server where nobody of ours is superuser', () => {
  it('given a user who may not create roles, then the migration says what an administrator has to run', async () => {
    const url = await handOut('humble', 'NOCREATEROLE');
    const refused = await thrownBy(migrate(url));
    expect(refused).toBeInstanceOf(MigrationError);
    const advice =
      /CREATE ROLE viewpoints_editorial NOLOGIN; .*GRANT viewpoints_editorial TO humble;/;
    expect(String(refused)).toMatch(advice);
    await admin.query(advice.exec(String(refused))?.[0] ?? '');
    expect(await migrate(url)).not.toEqual([]);
    const unprepared = await thrownBy(prepareRoles(url, secret));
    expect(unprepared).toBeInstanceOf(RolesError);
    await admin.query('DROP DATABASE humble WITH (FORCE)');
    await admin.query('DROP ROLE viewpoints_editorial; DROP ROLE viewpoints_reader');
  });

  it('given a user who may create roles, then the migrations, both roles and publishing work', async () => {
    const url = await handOut('managed', 'CREATEROLE');
    await migrate(url);
    await prepareAnnouncementKey(url);
    const readerUrl = await prepareRoles(url, secret);
    const editorial = connectEditorial(url);
    const reader = connectReader(readerUrl);
    try {
      const by = (await addAccount(editorial)).id;
      const article = await addArticle(editorial, { by });
      const at = new Date('2021-02-01T09:00:00.000Z');
      expect(await publish(editorial, article.id, { at })).toEqual({ ok: true });
      expect(await reader.rows('SELECT FROM published_article')).toHaveLength(1);
      await expect(reader.rows('SELECT note FROM article')).rejects.toThrow(/permission denied/);
      await expect(editorial.$executeRaw`DROP TABLE article`).rejects.toThrow(/must be owner/);
    } finally {
      await Promise.all([editorial.$disconnect(), reader.$disconnect()]);
    }
  });

  it('reports what else the reading site’s role may do there, and a superuser can close all of it', async () => {
    const url = await handOut('open', 'CREATEROLE');
    await admin.query('GRANT viewpoints_editorial TO open');
    await migrate(url);
    await confineReader(url);
    await prepareRoles(url, secret);
    expect(await findReaderOpenings(url)).toEqual({
      databases: expect.arrayContaining(['postgres', 'template1', 'viewpoints']),
      here: ['large_objects', 'advisory_locks', 'statistics', 'temporary_files'],
    });
    const asSuperuser = new URL(server.url);
    asSuperuser.pathname = '/open';
    await confineReader(asSuperuser.href);
    const { databases, here } = await findReaderOpenings(url);
    expect(here).toEqual([]);
    // Another's database is not ours to close.
    expect(databases).toContain('viewpoints');
    expect(databases).not.toContain('postgres');
    expect(databases).not.toContain('template1');
    // Those who could sign in there still can, and the owner retains what the role has lost.
    const elsewhere = new URL(url);
    elsewhere.pathname = '/postgres';
    await runSql(elsewhere.href, 'CREATE TEMPORARY TABLE still_theirs (id int)');
    await runSql(url, `SELECT pg_total_relation_size('article'), pg_advisory_lock(1)`);
  });

  it('given a second journal on the server by another user, then it says who can help', async () => {
    const url = await handOut('neighbour', 'CREATEROLE');
    expect(String(await thrownBy(migrate(url)))).toContain(
      'GRANT viewpoints_editorial TO neighbour;',
    );
    await admin.query('GRANT viewpoints_editorial TO neighbour');
    expect(await migrate(url)).not.toEqual([]);
    // The role has its password from the first journal, which has the same secret here.
    expect(await prepareRoles(url, secret)).toContain('/neighbour');
  });
});
