import { findArticle as openArticle } from '@viewpoints/db/editorial/articles';
import { findSource as openSource } from '@viewpoints/db/editorial/sources';
import { beforeNothingUntrue } from '@viewpoints/db/testing/before-nothing-untrue';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import { readSql } from '@viewpoints/db/testing/read-sql';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { foldText } from '@viewpoints/domain/search/fold';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPublishedArticle } from '../query/articles.ts';
import { findPublishedFindingPage } from '../query/findings.ts';
import { searchNames } from '../search/search.ts';
import { listFoundNames } from '../search/search-shown.ts';
import { type PreparationProgress, prepareDatabase } from './prepare-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await loadFixture(beforeNothingUntrue);
  await start();
});
afterAll(() => db.drop());

/** Steps that a start of this version took. */
async function start(): Promise<PreparationProgress['step'][]> {
  const steps: PreparationProgress['step'][] = [];
  await prepareDatabase(db.url, {
    ...{ secret: db.secret, readerUrl: null },
    onProgress: ({ step }) => steps.push(step),
  });
  return steps;
}

test('given the database of the version before, nothing is left for the next start to do', async () => {
  expect(await listPendingMigrations(db.url)).toEqual([]);
  expect(await start()).toEqual([]);
});

test('given the database of the version before, readers have every article and finding of it', async () => {
  const articles = await readSql<{ slug: string }>(
    db.reader,
    `SELECT slug FROM published_article ORDER BY slug`,
  );
  expect(articles).toHaveLength(20);
  for (const { slug } of articles)
    expect(await findPublishedArticle(db.reader, slug)).toMatchObject({ slug });
  const findings = await readSql<{ id: string }>(
    db.reader,
    `SELECT id::text FROM published_finding WHERE withdrawn_at IS NULL ORDER BY id`,
  );
  expect(findings.length).toBeGreaterThan(70);
  for (const { id } of findings)
    expect(await findPublishedFindingPage(db.reader, id)).not.toBeNull();
});

test('given the database of the version before, every place that readers know of is found by its name', async () => {
  const places = await readSql<{ slug: string; name: string }>(
    db.reader,
    'SELECT slug, name FROM place ORDER BY slug',
  );
  expect(places.length).toBeGreaterThan(2);
  for (const { slug, name } of places) {
    const wanted = foldText(name)
      .split(' ')
      .map((words) => ({ words, title: true }));
    const facets = [['kind:place']];
    const refs = await searchNames(db.reader, { wanted, excluded: [], facets, limit: 5 });
    expect(await listFoundNames(db.reader, refs), name).toContainEqual(
      expect.objectContaining({ kind: 'place', slug }),
    );
  }
});

test('given the database of the version before, editors open every article and source of it', async () => {
  const articles = await db.sql<{ id: string }>('SELECT id FROM article');
  const sources = await db.sql<{ id: string }>('SELECT id FROM source');
  expect(articles.length).toBeGreaterThan(20);
  expect(sources.length).toBeGreaterThan(30);
  for (const { id } of articles) expect(await openArticle(db.editorial, id)).toMatchObject({ id });
  for (const { id } of sources) expect(await openSource(db.editorial, id)).toMatchObject({ id });
});
