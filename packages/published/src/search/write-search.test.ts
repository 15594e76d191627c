import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { provokeConflicts } from '@viewpoints/db/testing/provoke-conflicts';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FillProgress } from '../prepare/fill-each.ts';
import { fillRelations } from '../prepare/fill-relations.ts';
import { fillSearch } from '../prepare/fill-search.ts';
import { resumeArticle, suspendArticles } from '../project/suspend.ts';
import { publish } from '../testing/publish.ts';
import { writeSearch } from './write-search.ts';

let db: TestDatabase;
let by: string;
const at = new Date('2021-02-03T09:00:00.000Z');

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

async function publishedNaming(...actorIds: string[]): Promise<string> {
  const topic = await addTopic(db.editorial);
  const article = await addArticle(db.editorial, { by, topicIds: [topic.id] });
  const holders = actorIds.map((actorId) => ({ actorId, wording: null, basis: 'direct' as const }));
  const issueIds = [(await addIssue(db.editorial)).id];
  await addFinding(db.editorial, article, { by, holders, issueIds });
  await publish(db.editorial, article.id, { at });
  return article.id;
}

it('given names that have not changed, then two articles that share them do not wait for each other', async () => {
  const actor = await addActor(db.editorial);
  const article = await publishedNaming(actor.id);
  await db.sql('BEGIN');
  await db.sql("SELECT FROM search_document WHERE id = $1 AND kind = 'actor' FOR UPDATE", [
    actor.id,
  ]);
  try {
    await db.editorial.$transaction((tx) => writeSearch(tx, article));
  } finally {
    await db.sql('ROLLBACK');
  }
});

it('given two articles that name the same two, renamed, in whichever order they lie, then both are written at once', async () => {
  const [one, two] = [await addActor(db.editorial), await addActor(db.editorial)];
  const articles = [
    await publishedNaming(one.id, two.id),
    await publishedNaming(one.id, two.id),
  ] as const;
  /** An updated row is stored behind the others. */
  const rename = (id: string) =>
    db.editorial.actor.update({ where: { id }, data: { name: `Renamed ${id}` } });
  const write = (articleId: string) =>
    db.editorial.$transaction((tx) => writeSearch(tx, articleId));

  await rename(two.id);
  await rename(one.id);
  await db.sql('BEGIN');
  await db.sql("SELECT FROM search_document WHERE id = $1 AND kind = 'actor' FOR UPDATE", [two.id]);
  const first = write(articles[0]);
  await waitForWaiting(db, 1);
  await rename(two.id);
  const second = write(articles[1]);
  await waitForWaiting(db, 2);
  await db.sql('COMMIT');
  await expect(Promise.all([first, second])).resolves.toHaveLength(2);
});

it('given what was published before there was a search, then making it says how far it is, and goes on after a deadlock', async () => {
  await publishedNaming((await addActor(db.editorial)).id);
  await fillSearch(db.url);
  await db.sql("UPDATE search_document SET edition = 0 WHERE kind = 'article'");
  const [row] = await db.sql<{ count: number }>(
    "SELECT count(*)::int AS count FROM search_document WHERE kind = 'article'",
  );
  const of = row?.count ?? 0;
  expect(of).toBeGreaterThan(0);
  const steps: FillProgress[] = [];
  const restore = await provokeConflicts(db, 'search_document', 2);
  try {
    expect(await fillSearch(db.url, (progress) => steps.push(progress))).toBe(of);
  } finally {
    await restore();
  }
  expect(steps).toEqual([
    { done: 0, of },
    { done: of, of },
  ]);
  steps.length = 0;
  expect(await fillSearch(db.url, (progress) => steps.push(progress))).toBe(0);
  expect(steps).toEqual([]);
});

it('given articles from before their citations were stored, then a fill continues after a deadlock', async () => {
  await db.sql('DELETE FROM published_word');
  const steps: FillProgress[] = [];
  const restore = await provokeConflicts(db, 'published_related', 2);
  try {
    const of = await fillRelations(db.url, [], (progress) => steps.push(progress));
    expect(of).toBeGreaterThan(0);
    expect(steps.at(-1)).toEqual({ done: of, of });
  } finally {
    await restore();
  }
});

it('given an article that was taken off, then nothing is found of it until it is shown again', async () => {
  const article = await publishedNaming((await addActor(db.editorial)).id);
  const found = async () => {
    const rows = await db.sql<{ kind: string }>(
      'SELECT kind::text FROM search_document WHERE article_id = $1 ORDER BY kind',
      [article],
    );
    return rows.map(({ kind }) => kind);
  };
  await fillSearch(db.url);
  await db.editorial.$transaction((tx) => suspendArticles(tx, [article]));
  expect(await found()).toEqual([]);
  // Neither the next start nor a rename of what it names restores it.
  expect(await fillSearch(db.url)).toBe(0);
  await db.editorial.$transaction((tx) => writeSearch(tx, article));
  expect(await found()).toEqual([]);
  await db.editorial.$transaction(async (tx) => {
    await resumeArticle(tx, article);
    await writeSearch(tx, article);
  });
  expect(await found()).toEqual(['article', 'finding']);
});
