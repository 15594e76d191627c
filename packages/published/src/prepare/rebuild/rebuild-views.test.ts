import { inTransaction } from '@viewpoints/db/client';
import { lockArticle } from '@viewpoints/db/editorial/articles';
import { beforeNobodyExposed } from '@viewpoints/db/testing/before-nobody-exposed';
import { beforeNothingUntrue } from '@viewpoints/db/testing/before-nothing-untrue';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { createTestDatabase } from '@viewpoints/db/testing/test-database';
import { ArticleView } from '@viewpoints/domain/articles/article-view';
import { withheldSource } from '@viewpoints/domain/attribution/wording';
import { FindingView } from '@viewpoints/domain/findings/finding-view';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formerNames } from '../../changes/connection-names.ts';
import { changesChannel } from '../../changes/notify.ts';
import { withholdSource } from '../../project/withhold-source.ts';
import { withdrawFindings } from '../../project/write-withdrawal.ts';
import { findPublishedArticle } from '../../query/articles.ts';
import { findPublishedFindingPage } from '../../query/findings.ts';
import { findPublishedSourcePage } from '../../query/sources.ts';
import { findStoredWords } from '../../testing/find-stored-words.ts';
import { plantJournal } from '../../testing/planted-journal.ts';
import { publish } from '../../testing/publish.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { hasToWait, rebuildStored } from './rebuild-stored.ts';

const idsOf = async (db: TestDatabase, table: string, column = 'id') =>
  (
    await db.sql<{ id: string }>(`SELECT DISTINCT ${column}::text AS id FROM ${table} ORDER BY 1`)
  ).map(({ id }) => id);

/** All that readers have of articles, in each version, of findings and of sources. */
async function readAll(db: TestDatabase): Promise<Map<string, unknown>> {
  const read = new Map<string, unknown>();
  for (const slug of await idsOf(db, 'published_article', 'slug'))
    for (const version of [undefined, 1, 2])
      read.set(`${slug} ${version}`, await findPublishedArticle(db.reader, slug, version));
  for (const id of await idsOf(db, 'published_finding'))
    read.set(id, await findPublishedFindingPage(db.reader, id));
  for (const slug of await idsOf(db, 'published_source', 'slug'))
    read.set(slug, await findPublishedSourcePage(db.reader, slug));
  return read;
}

const changesOf = (db: TestDatabase) => idsOf(db, 'public_change', 'number');
const rebuildSome = (db: TestDatabase, limit: number) =>
  rebuildStored(db.editorial, 'published_view', limit);

describe.each([
  ['the sample journal', beforeNothingUntrue, 70, 0],
  ['a journal that exposes people', beforeNobodyExposed, 20, 2],
])('given the views of %s as a version before stored them', (_, fixture, atLeast, exposed) => {
  let db: TestDatabase;
  let stored: { id: string; view: FindingView }[];
  let before: Map<string, unknown>;
  let changes: string[];
  beforeAll(async () => {
    db = await loadFixture(fixture);
    await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
    stored = await db.sql(
      'SELECT id::text, view FROM published_finding WHERE withdrawn_at IS NULL ORDER BY 1',
    );
    before = await readAll(db);
    changes = await changesOf(db);
  }, 120_000);
  afterAll(() => db.drop());

  test('then readers have the words that were stored', async () => {
    expect(stored.length).toBeGreaterThan(atLeast);
    expect((await findStoredWords(db)).length).toBeGreaterThan(atLeast);
    for (const { id, view } of stored) {
      const page = before.get(id) as { finding: FindingView } | null;
      // Under an embargo.
      if (page === null) continue;
      expect(page.finding.attribution).toEqual(view.attribution);
      expect(page.finding.holders).toEqual(view.holders);
    }
  });

  test('then readers have the same to the byte after a kill half-way and once all is rebuilt', async () => {
    expect(await rebuildSome(db, 5)).toBe(true);
    expect(await readAll(db)).toEqual(before);
    const versions = () =>
      db.sql(
        `SELECT v.article_id, v.number, v.xmin::text FROM published_version v, pending_rebuild p
         WHERE p.name = 'published_view' AND v.article_id <= p.done_until ORDER BY 1, 2`,
      );
    const done = await versions();
    expect(done.length).toBeGreaterThanOrEqual(5);
    while (await rebuildSome(db, 7));
    const rest = await db.sql<{ article_id: string; number: number }>(
      'SELECT article_id, number, xmin::text FROM published_version ORDER BY 1, 2',
    );
    expect(rest).toEqual(expect.arrayContaining(done));
    const after = await readAll(db);
    expect(JSON.stringify([...after].map(([key, each]) => [key, sorted(each)]))).toBe(
      JSON.stringify([...before].map(([key, each]) => [key, sorted(each)])),
    );
    expect(await changesOf(db)).toEqual(changes);
  });

  test('then words are left in no finding but those that the database refuses to write again', async () => {
    const refused: string[] = [];
    for (const { id } of stored)
      await db.sql('UPDATE published_finding SET view = view WHERE id = $1', [id]).catch(() => {
        refused.push(id);
      });
    expect(refused).toHaveLength(exposed);
    await db.sql('DELETE FROM published_finding WHERE id = ANY($1)', [refused]);
    expect(await findStoredWords(db)).toEqual([]);
  });
});

/** With the keys of each object in one order, in which procedures answer. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

describe('given a version before that runs beside this one', () => {
  let db: TestDatabase;
  let article: string;
  let finding: string;
  const at = new Date('2021-02-01T10:00:00.000Z');
  const view = async () =>
    (
      await db.sql<{ view: unknown }>('SELECT view FROM published_finding WHERE id = $1', [finding])
    )[0]?.view;
  const version = async () =>
    (
      await db.sql<{ view: unknown }>(
        'SELECT view FROM published_version WHERE article_id = $1 ORDER BY number DESC LIMIT 1',
        [article],
      )
    )[0]?.view;
  /** What is announced to reading sites from now on, which is told once it is asked for. */
  async function listen(): Promise<() => Promise<(string | undefined)[]>> {
    const client = new Client({ connectionString: db.url });
    const payloads: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => payloads.push(payload));
    await client.connect();
    await client.query(`LISTEN ${changesChannel}`);
    return async () => {
      // An answer comes after the notifications that were sent before it.
      await client.query('SELECT');
      await client.end();
      return payloads;
    };
  }
  beforeAll(async () => {
    db = await createTestDatabase();
    ({
      seen: { article, finding },
    } = await plantJournal(db));
    await db.sql(`INSERT INTO pending_rebuild (name) VALUES ('published_view')`);
  });
  afterAll(() => db.drop());

  test.each(formerNames)('then the rebuild waits while it is connected as %s', async (name) => {
    const waits = () => hasToWait(db.editorial, 'published_view', { between: 0 });
    expect(await waits()).toBe(false);
    const older = new Client({ connectionString: db.readerUrl, application_name: name });
    await older.connect();
    expect(await waits()).toBe(true);
    expect(await hasToWait(db.editorial, 'search_document', { between: 0 })).toBe(false);
    await older.end();
    await expect.poll(waits).toBe(false);
  });

  test('then what is published before the rebuild can be read by it', async () => {
    await publish(db.editorial, article, { at });
    FindingView.parse(await view());
    ArticleView.parse(await version());
    expect(await findStoredWords(db)).not.toEqual([]);
  });

  test('then what is withheld and withdrawn before the rebuild can be read by it, and after it has no words', async () => {
    const { before, withdrawn } = await db.editorial
      .$transaction(async (tx) => {
        await lockArticle(tx, article);
        const [use] = await tx.publishedSourceUse.findMany({ where: { findingId: finding } });
        await withholdSource(tx, use?.sourceId ?? '', withheldSource('en'));
        const row = await tx.publishedFinding.findUnique({ where: { id: finding } });
        await withdrawFindings(tx, [finding], at);
        const gone = await tx.publishedFinding.findUnique({ where: { id: finding } });
        throw Object.assign(new Error('undone'), { before: row?.view, withdrawn: gone?.view });
      })
      .catch((error: unknown) => error as { before: unknown; withdrawn: unknown });
    expect(FindingView.parse(before).attribution.termsLabel).toBe('Deep background');
    expect(FindingView.parse(withdrawn).attribution.termsLabel).toBe('');
  });

  test('then an article whose turn has come is stored without words, and those after it with them', async () => {
    await db.sql(`UPDATE pending_rebuild SET done_until = $1`, [article]);
    await publish(db.editorial, article, { at: new Date(at.getTime() + 60_000) });
    expect(FindingView.safeParse(await view()).success).toBe(false);
    expect(await hasToWait(db.editorial, 'published_view', { between: 0 })).toBe(false);
    await db.sql(`UPDATE pending_rebuild SET done_until = '00000000-0000-0000-0000-000000000000'`);
    await publish(db.editorial, article, { at: new Date(at.getTime() + 120_000) });
    FindingView.parse(await view());
    const heard = await listen();
    while (await rebuildStored(db.editorial, 'published_view', 5));
    expect(await findStoredWords(db)).toEqual([]);
    expect(await heard()).toEqual([]);
    await inTransaction(db.editorial, async (tx) => {
      const [use] = await tx.publishedSourceUse.findMany({ where: { findingId: finding } });
      await withholdSource(tx, use?.sourceId ?? '', withheldSource('en'));
    });
    expect(await findStoredWords(db)).toEqual([]);
    const page = await findPublishedFindingPage(db.reader, finding);
    expect(page?.finding.attribution).toMatchObject({
      termsLabel: 'Deep background',
      wording: 'A source that may not be described',
    });
  });
});
