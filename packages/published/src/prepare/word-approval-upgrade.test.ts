import { randomUUID } from 'node:crypto';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../testing/global-setup.ts';

/*
 * A database from before words were approved per author: its audit records of writing, editing and
 * approving are turned into contributions and approvals.
 */

/** The last migration before `20261128004700_word_approval`. */
const before = '20261125200000_search_phrases';
const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [ines, helen, omar] = [id(1), id(2), id(3)];
/** Approved by Helen, who also wrote in it, and changed since. */
const mixed = id(10);
/** Out, approved by its only author alone. */
const alone = id(11);
/** Approved and not touched since. */
const approved = id(12);
const [edited, anchored, verified] = [id(20), id(21), id(22)];
const minute = (number: number) => `2021-03-04T09:${String(number).padStart(2, '0')}:00Z`;

let client: Client;
let name: string;
let serverUrl: string;

beforeAll(async () => {
  serverUrl = inject('testServer').url;
  name = `viewpoints_upgrade_${randomUUID()}`;
  await onServer(`CREATE DATABASE "${name}" TEMPLATE template0`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  await migrate(address.href, { upTo: before });
  client = new Client({ connectionString: address.href });
  await client.connect();
  await plant();
  await migrate(address.href);
}, 120_000);
afterAll(async () => {
  await client?.end();
  await onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
});

async function onServer(sql: string): Promise<void> {
  const server = new Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(sql);
  } finally {
    await server.end();
  }
}

const rows = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;

async function addArticle(article: string, by: string, saves: [by: string, at: string][]) {
  const [last] = saves.slice(-1);
  await rows(
    `INSERT INTO article (id, slug, section, genre, language, direction, headline, standfirst, body, note,
       state, created_by_id, save, saved_by_id, saved_at, time_zone, created_at)
     VALUES ($1::uuid, 'a-' || $1::uuid, '', 'original', 'en', 'ltr', '', '', '{"type":"doc","content":[]}', '',
       'draft', $2, $3, $4, $5, 'UTC', $6)`,
    [article, by, saves.length + 1, last?.[0] ?? by, last?.[1] ?? minute(0), minute(0)],
  );
  for (const [index, [person, at]] of [[by, minute(0)], ...saves].entries())
    await rows(
      'INSERT INTO article_change (article_id, save, by_id, at, fields) VALUES ($1, $2, $3, $4, $5)',
      [article, index + 1, person, at, []],
    );
}

async function addRevision(revision: string, article: string, number: number, at: string) {
  await rows(
    `INSERT INTO revision (id, article_id, number, reason, content, findings, links, text, created_by_id, created_at)
     VALUES ($1, $2, $3, 'submitted', '{}', '[]', '[]', '', $4, $5)`,
    [revision, article, number, ines, at],
  );
}

async function addFinding(finding: string, number: number, state: string, by: string) {
  await rows(
    `INSERT INTO finding (id, article_id, number, state, proposition, stance, polarity, modality, register,
       conditions, note, proposed_by_id, verified_by_id, verified_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'Ostrava waits', 'refuses', 'affirmative', 'actual', 'public', '[]', '', $5,
       $6, $7, $8, $8)`,
    [
      ...[finding, mixed, number, state, by],
      ...(state === 'verified' ? [omar, minute(9)] : [null, null]),
      minute(2),
    ],
  );
}

let records = 0;
async function addRecord(by: string, action: string, subject: string, at: string, details = {}) {
  records += 1;
  await rows(
    `INSERT INTO audit_record (id, at, by_id, action, subject_kind, subject_id, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id(1000 + records), at, by, action, action.split('.')[0], subject, details],
  );
}

async function plant() {
  for (const [person, who] of [
    [ines, 'ines'],
    [helen, 'helen'],
    [omar, 'omar'],
  ])
    await rows(
      `INSERT INTO account (id, email, name, roles) VALUES ($1, $2 || '@journal.example', $2, '{editor}')`,
      [person, who],
    );
  await addArticle(mixed, ines, [
    [ines, minute(1)],
    [helen, minute(3)],
    [ines, minute(4)],
    [omar, minute(7)],
  ]);
  await addRevision(id(30), mixed, 1, minute(5));
  await addRecord(helen, 'article.approve', mixed, minute(5));
  await addRevision(id(31), mixed, 2, minute(6));

  await addFinding(edited, 1, 'proposed', ines);
  await addRecord(helen, 'finding.edit', edited, minute(8), { code: 'edited_after_approval' });
  await addFinding(anchored, 2, 'proposed', ines);
  await addRecord(omar, 'finding.reanchor', anchored, minute(8), { sameWords: false });
  await addRecord(helen, 'finding.edit', anchored, minute(9), { code: 'quote_lost' });
  await addFinding(verified, 3, 'verified', ines);
  await addRecord(helen, 'finding.edit', verified, minute(8));

  await addArticle(alone, helen, [[helen, minute(1)]]);
  await addRecord(helen, 'article.approve', alone, minute(2), { fourEyes: false });
  await addArticle(approved, ines, [[ines, minute(1)]]);
  await addRevision(id(32), approved, 1, minute(2));
  await addRecord(helen, 'article.approve', approved, minute(2));
  await rows(
    `UPDATE article SET state = 'approved', approved_revision_id = $2, approved_by_id = $3 WHERE id = $1`,
    [approved, id(32), helen],
  );
}

/** The authors with words in an article that nobody else has approved. */
const pending = async (article: string) =>
  (
    await rows(
      `SELECT account_id, base_revision_id FROM contribution c WHERE article_id = $1 AND NOT EXISTS (
         SELECT FROM approval p WHERE p.article_id = c.article_id AND p.author_id = c.account_id
           AND p.change >= c.change) ORDER BY account_id`,
      [article],
    )
  ).map((row) => [row.account_id, row.base_revision_id]);
const fieldsOf = async (finding: string) =>
  Object.fromEntries(
    (
      await rows('SELECT account_id, fields FROM finding_author WHERE finding_id = $1', [finding])
    ).map((row) => [row.account_id, row.fields]),
  );

describe('after the upgrade', () => {
  test('what was approved stays approved', async () => {
    const [row] = await rows('SELECT state FROM article WHERE id = $1', [approved]);
    expect(row?.state).toBe('approved');
    expect(await pending(approved)).toEqual([]);
  });

  test('what others wrote until an approval is approved; the approver’s words and later ones wait', async () => {
    expect(await pending(mixed)).toEqual([
      [helen, null],
      [omar, id(31)],
    ]);
    const approvals = await rows(
      'SELECT author_id, approver_id, four_eyes FROM approval WHERE article_id = $1',
      [mixed],
    );
    expect(approvals).toEqual([{ author_id: ines, approver_id: helen, four_eyes: true }]);
  });

  test('what one person approved alone is approved, and says so', async () => {
    expect(await pending(alone)).toEqual([]);
    expect(await rows('SELECT four_eyes FROM approval WHERE article_id = $1', [alone])).toEqual([
      { four_eyes: false },
    ]);
  });

  test('changes go on being counted from where they are', async () => {
    const counted = await rows(
      `SELECT change_count = (SELECT max(change) FROM contribution c WHERE c.article_id = a.id) AS same
       FROM article a`,
    );
    expect(counted).toEqual([{ same: true }, { same: true }, { same: true }]);
  });

  test('the last editor of a finding that was not verified since does not verify it', async () => {
    const after = await fieldsOf(edited);
    expect(after[helen]).toEqual(['proposition']);
    expect(after[ines]).toHaveLength(13);
    expect((await fieldsOf(anchored))[omar]).toEqual(['evidence']);
    expect((await fieldsOf(anchored))[helen]).toBeUndefined();
  });

  test('a finding that was verified is its proposer’s', async () => {
    const after = await fieldsOf(verified);
    expect(Object.keys(after)).toEqual([ines]);
    expect(after[ines]).toHaveLength(14);
  });
});
