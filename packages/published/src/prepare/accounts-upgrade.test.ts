import { randomUUID } from 'node:crypto';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

/** The last migration before accounts were limited: what a journal of that time has applied. */
const before = '20261125200000_search_phrases';
const name = `viewpoints_upgrade_${randomUUID()}`;
const ids = Object.fromEntries(
  ['admin', 'editor', 'gone', 'endless', 'long', 'short', 'of_gone', 'of_editor'].map((word) => [
    word,
    randomUUID(),
  ]),
);
let db: Client;

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('testServer').url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await db.query(sql, values)).rows;

beforeAll(async () => {
  await onServer(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const url = new URL(inject('testServer').url);
  url.pathname = `/${name}`;
  await migrate(url.href, { upTo: before });
  await runMigrations({ connectionString: url.href });
  db = new Client({ connectionString: url.href });
  await db.connect();
  await plant();
  await migrate(url.href);
}, 120_000);

afterAll(async () => {
  await db.end();
  await onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
});

/** A journal of that time: secrets that accounts issued, where they signed in, what is in the outbox. */
async function plant(): Promise<void> {
  const account = (id: string | undefined, roles: string, disabled: string | null) =>
    rows(
      `insert into account (id, email, name, roles, disabled_at) values ($1::uuid, $1::text || '@y.example', 'x', $2::account_role[], $3)`,
      [id, roles, disabled],
    );
  await account(ids.admin, '{admin}', null);
  await account(ids.editor, '{editor}', null);
  await account(ids.gone, '{admin}', '2026-11-01');
  const token = (id: string | undefined, of: string | undefined, ends: string) =>
    rows(
      `insert into access_token (id, account_id, name, hint, token_hash, expires_at)
       values ($1::uuid, $2, 'x', 'x', md5($1::text) || md5($1::text), ${ends})`,
      [id, of],
    );
  await token(ids.endless, ids.admin, 'null');
  await token(ids.long, ids.admin, `now() + interval '5 years'`);
  await token(ids.short, ids.admin, `now() + interval '5 days'`);
  await token(ids.of_gone, ids.gone, 'null');
  await token(ids.of_editor, ids.editor, 'null');
  for (const [by, email, age] of [
    [ids.admin, 'open@y.example', '1 hour'],
    [ids.gone, 'gone@y.example', '1 hour'],
  ]) {
    const id = randomUUID();
    await rows(
      `insert into invitation (id, email, roles, token_hash, invited_by_id, expires_at, created_at)
       values ($1::uuid, $2, '{editor}', md5($1::text) || md5($1::text), $3, now() + interval '6 days', date_trunc('second', now() - $4::interval))`,
      [id, email, by, age],
    );
    await rows(
      `insert into message (id, kind, recipient, subject, text, html, created_at)
       select gen_random_uuid(), 'invitation', email, 'x', 'a link', '', created_at from invitation where id = $1`,
      [id],
    );
  }
  for (const [recipient, age] of [
    [`${ids.admin}@y.example`, '10 minutes'],
    [`${ids.admin}@y.example`, '2 days'],
    [`${ids.gone}@y.example`, '10 minutes'],
  ])
    await rows(
      `insert into message (id, kind, recipient, subject, text, html, created_at)
       values (gen_random_uuid(), 'password_reset', $1, 'x', 'a link', '', now() - $2::interval)`,
      [recipient, age],
    );
  await rows(`insert into rate_limit (id, key, count, last_request)
              values (gen_random_uuid(), '203.0.113.7|/sign-in/email', 3, 1)`);
  for (const owner of [ids.admin, ids.gone])
    await rows(
      `insert into session (id, token, account_id, ip_address, user_agent, expires_at)
       values (gen_random_uuid(), $1::text, $1::uuid, '203.0.113.7', 'A Browser', now() + interval '1 day')`,
      [owner],
    );
}

describe('an upgrade', () => {
  test('gives access tokens scopes and an end, and keeps them working', async () => {
    const tokens = await rows<{ id: string; days: number; scopes: string; revoked: boolean }>(
      `select id, round(extract(epoch from expires_at - now()) / 86400)::int as days,
              scopes::text, revoked_at is not null as revoked from access_token`,
    );
    const listed = Object.fromEntries(tokens.map(({ id, ...token }) => [id, token]));
    const scopes = '{read,write,publish}';
    expect(listed[ids.endless ?? '']).toEqual({ days: 90, scopes, revoked: false });
    expect(listed[ids.long ?? '']).toEqual({ days: 365, scopes, revoked: false });
    expect(listed[ids.short ?? '']).toEqual({ days: 5, scopes, revoked: false });
  });

  test('ends what disabled accounts, and those who are no admins, had handed out', async () => {
    const revoked = await rows<{ id: string }>(
      'select id from access_token where revoked_at is not null order by id',
    );
    expect(revoked.map(({ id }) => id)).toEqual([ids.of_gone, ids.of_editor].sort());
    expect(
      await rows('select email, revoked_at is null as open from invitation order by email'),
    ).toEqual([
      { email: 'gone@y.example', open: false },
      { email: 'open@y.example', open: true },
    ]);
    expect(await rows('select account_id from session')).toEqual([{ account_id: ids.admin }]);
  });

  test('forgets the words of messages, except where they can still be sent and used', async () => {
    const messages = await rows<{ recipient: string; text: string; ended: boolean }>(
      'select recipient, text, ended_at is not null as ended from message order by recipient, text',
    );
    const withWords = messages.filter(({ text }) => text !== '');
    expect(withWords.map(({ recipient }) => recipient).sort()).toEqual(
      [`${ids.admin}@y.example`, 'open@y.example'].sort(),
    );
    for (const { text, ended } of messages) expect(ended).toBe(text === '');
    expect(
      await rows(`select 1 from message m join invitation i on i.id = m.invitation_id`),
    ).toHaveLength(2);
  });

  test('takes sessions as old as they are, and requires no second factor', async () => {
    const sessions = await rows(
      'select device, authenticated_at = created_at as as_old from session',
    );
    expect(sessions).toEqual([{ device: '', as_old: true }]);
    expect(await rows('select 1 from second_factor')).toEqual([]);
  });

  test('leaves no address and no browser anywhere', async () => {
    expect(await rows('select 1 from rate_limit')).toEqual([]);
    expect(await rows('select ip_address, user_agent from session')).toEqual([
      { ip_address: null, user_agent: null },
    ]);
    await expect(
      rows(`insert into rate_limit (key, count, last_at, expires_at)
            values ('203.0.113.7|/sign-in/email', 1, now(), now())`),
    ).rejects.toThrow('rate_limit_key_hashed');
    await expect(rows(`update session set ip_address = '203.0.113.7'`)).rejects.toThrow(
      'session_knows_no_address',
    );
  });
});
