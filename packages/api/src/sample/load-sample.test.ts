import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasSample } from '@viewpoints/db/editorial/sample';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { inspectDatabase } from '@viewpoints/published/prepare/inspect-database';
import { findStoredWords } from '@viewpoints/published/testing/find-stored-words';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAnswers } from '../testing/sample-answers.ts';
import { loadSample } from './load-sample.ts';
import { sampleArticles } from './sample-articles.ts';
import { samplePages } from './sample-pages.ts';
import { sampleSources } from './sample-sources.ts';

const now = () => new Date('2026-11-23T12:00:00.000Z');

/** A load takes thousands of queries: there is one here, for which every test below waits. */
const timeoutMs = 240_000;

describe('loading the sample', () => {
  let db: TestDatabase;
  let mediaDirectory: string;
  const load = () => loadSample({ editorial: db.editorial, media: fileStore(mediaDirectory), now });

  beforeAll(async () => {
    db = await createTestDatabase();
    mediaDirectory = await mkdtemp(join(tmpdir(), 'sample-'));
  });

  afterAll(async () => {
    await db.drop();
    await rm(mediaDirectory, { recursive: true });
  });

  test(
    'given that it is ended half-way, then nothing of it is left',
    async () => {
      await db.sql(`
      create function stop_here() returns trigger language plpgsql as $$
        begin if new.slug = 'what-the-movement-says-indoors' then raise exception 'ended'; end if;
        return new; end $$;
      create trigger stop_here before update on article for each row execute function stop_here();`);
      await expect(load()).rejects.toThrow();
      await db.sql('drop trigger stop_here on article');
      for (const table of ['article', 'account', 'journal', 'audit_record', 'media'])
        expect(await db.sql(`select from ${table}`), table).toHaveLength(0);
      expect(await readdir(mediaDirectory)).toHaveLength(0);
    },
    timeoutMs,
  );

  test(
    'given two starts at once after that, then it is loaded once and whole',
    async () => {
      expect(await hasSample(db.editorial)).toBe(false);
      expect((await Promise.all([load(), load()])).sort()).toEqual([false, true]);
      expect(await db.sql('select from article')).toHaveLength(
        sampleArticles.length + samplePages.length,
      );
    },
    timeoutMs,
  );

  test('answers as the examples of the API document do', async () => {
    const file = join(import.meta.dirname, '../http/answer-examples.json');
    await expect(await sampleAnswers(db.reader)).toMatchFileSnapshot(file);
  });

  test('no words of ours are stored in what is public', async () => {
    expect(await findStoredWords(db)).toEqual([]);
  });

  test('is known for a sample', async () => {
    expect(await hasSample(db.editorial)).toBe(true);
  });

  const count = async (sql: string) => Number((await db.sql<{ n: string }>(sql))[0]?.n);

  test('takes every article to where it is to be', async () => {
    const rows = await db.sql<{ slug: string; state: string }>(
      `select slug, state from article where kind = 'article'`,
    );
    expect(Object.fromEntries(rows.map(({ slug, state }) => [slug, state]))).toEqual(
      Object.fromEntries(sampleArticles.map(({ slug, fate }) => [slug, fate.state])),
    );
  });

  test('readers see what was published, on its day, and nothing else', async () => {
    const rows = await readSql<{ slug: string }>(db.reader, 'SELECT slug FROM published_article');
    const out = sampleArticles.filter(({ fate }) => /published|retracted/.test(fate.state));
    expect(rows.map(({ slug }) => slug).sort()).toEqual(out.map(({ slug }) => slug).sort());
    const [first] = await db.sql<{ at: Date }>(
      'select min(visible_from) as at from published_article',
    );
    expect(first?.at.toISOString()).toBe('2024-10-03T06:00:00.000Z');
    expect(await count('select count(*) n from published_finding')).toBeGreaterThanOrEqual(60);
    expect(await count('select count(*) n from published_correction')).toBe(2);
  });

  test('positions changed, and one finding was corrected', async () => {
    const rows = await db.sql<{ kind: string; n: string }>(
      'select kind, count(*) n from supersession group by kind',
    );
    const kinds = Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]));
    expect(kinds).toEqual({ position_change: 7, correction: 1 });
  });

  test('every quote is found in the text that readers have, with one corrected finding', async () => {
    const state = await inspectDatabase(db.url, { readerUrl: null, secret: db.secret });
    expect(state.anchors?.lost).toEqual([]);
    expect(state.anchors?.checked).toBeGreaterThan(50);
  });

  test('nothing that terms protect is in what readers may see', async () => {
    const waived = new Set(['Ottoline Brask', 'Pellworth Mediation']);
    const secrets = sampleSources
      .flatMap(({ participants = [], note }) => [
        ...participants.flatMap(({ name, affiliation }) => [name, affiliation]),
        note ?? '',
      ])
      .filter((secret) => secret !== '' && !waived.has(secret));
    expect(secrets.length).toBeGreaterThan(20);
    const tables = await db.sql<{ name: string }>(
      "select table_name as name from information_schema.tables where table_name like 'published\\_%'",
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const [row] = await db.sql<{ all: string | null }>(
        `select string_agg(t::text, ' ') as all from ${name} t`,
      );
      for (const secret of secrets) expect(row?.all ?? '', name).not.toContain(secret);
    }
  });

  test('nobody owns the journal, and its two accounts cannot sign in', async () => {
    const accounts = await db.sql('select roles, disabled_at is not null as disabled from account');
    expect(accounts).toEqual([
      { roles: '{}', disabled: true },
      { roles: '{}', disabled: true },
    ]);
  });

  test('what is scheduled comes after the day of loading', async () => {
    const rows = await db.sql<{ at: Date }>(
      "select publish_at as at from article where state = 'scheduled'",
    );
    expect(rows).toHaveLength(2);
    for (const { at } of rows) expect(at > now()).toBe(true);
  });

  test('a second time changes nothing', async () => {
    const before = await count('select count(*) n from audit_record');
    expect(await load()).toBe(false);
    expect(await count('select count(*) n from audit_record')).toBe(before);
    expect(await readdir(mediaDirectory)).toHaveLength(3);
  });
});

describe('loading the sample where something was made', () => {
  test('leaves the journal as it is', async () => {
    const db = await createTestDatabase();
    try {
      await db.sql(
        "insert into topic (id, slug, name, description, position, save) values (gen_random_uuid(), 'ours', 'Ours', '', 0, 1)",
      );
      expect(await loadSample({ editorial: db.editorial, media: fileStore(tmpdir()), now })).toBe(
        false,
      );
      expect(await db.sql('select from article')).toHaveLength(0);
    } finally {
      await db.drop();
    }
  });
});
