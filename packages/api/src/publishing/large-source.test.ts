import { randomUUID } from 'node:crypto';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { foldMention } from '@viewpoints/domain/attribution/fold-mention';
import type { Source } from '@viewpoints/domain/sources/source';
import { fillChanges } from '@viewpoints/published/prepare/fill-changes';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { followChanges } from '@viewpoints/published/testing/public-pages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

/** A journal of so many articles, nearly all of which rest on one source, and an editor at its desk. */
async function openLargeDesk(articles: number) {
  const db: TestDatabase = await createTestDatabase();
  await plantLargeJournal(db.url, { articles, findings: articles * 3, sources: 1 });
  const desk = await openTestDesk(db);
  const editor = await desk.person('editor');
  const [source] = (await editor.call.editor.sources.list({ limit: 1 })).items;
  if (source === undefined) throw new Error('there is no source');
  return { desk, editor, sourceId: source.id };
}

async function asSaved(editor: Person, id: string) {
  const source: Source = await editor.call.editor.sources.get({ id });
  const { id: _, save: seen, createdAt: __, updatedAt: ___, ...content } = source;
  return { id, seen, content };
}

async function narrow(editor: Person, id: string) {
  const { seen, content } = await asSaved(editor, id);
  const terms = { attribution: 'off_record' as const, disclosure: 'clear' as const };
  return editor.call.editor.sources.save({ id, seen, content: { ...content, terms } });
}

/** Joins findings of articles that rest on a source to two of articles that do not; these come back. */
async function joinOutside({ db }: TestDesk, sourceId: string) {
  const rows = await db.sql<{ id: string; articleId: string; resting: boolean }>(
    `SELECT f.id, f.article_id AS "articleId", f.source_id IS NOT NULL AS resting FROM published_finding f WHERE f.withdrawn_at IS NULL
       AND CASE WHEN f.source_id IS NULL THEN f.article_id NOT IN (
         SELECT article_id FROM published_finding WHERE source_id = $1
         UNION SELECT article_id FROM published_source WHERE source_id = $1) ELSE f.source_id = $1 END`,
    [sourceId],
  );
  const [linked, replaced] = rows.filter(({ resting }) => !resting);
  const [from, by] = rows.filter(({ resting }) => resting).map(({ id }) => id);
  if (linked === undefined || replaced === undefined) throw new Error('all rests on the source');
  await db.sql(`INSERT INTO published_link VALUES ($1, 'supports', $2)`, [from, linked.id]);
  await db.sql(`INSERT INTO published_supersession VALUES ($1, $2, 'position_change', now())`, [
    ...[replaced.id, by],
  ]);
  return [linked, replaced];
}

const few = 60;
const many = 590;
let small: Awaited<ReturnType<typeof openLargeDesk>>;
let large: Awaited<ReturnType<typeof openLargeDesk>>;
beforeAll(async () => {
  small = await openLargeDesk(few);
  large = await openLargeDesk(many);
}, 120_000);
afterAll(async () => {
  await Promise.all([small, large].map(({ desk }: { desk: TestDesk }) => desk.close()));
});

test('a source under hundreds of articles is closed at once, by as many statements as under few', async () => {
  // A connection that was idle for long is opened again, and looked at, before statements are counted.
  for (const { editor, sourceId: id } of [small, large])
    await editor.call.editor.sources.effects(await asSaved(editor, id));
  let forFew: string[] = [];
  await fillChanges(small.desk.db.url);
  const outside = await joinOutside(small.desk, small.sourceId);
  const { changed, missing, foreign, entries } = await followChanges(small.desk.db, async () => {
    forFew = await listStatements(() => narrow(small.editor, small.sourceId));
  });
  expect(changed.length).toBeGreaterThan(few);
  expect(changed).toEqual(expect.arrayContaining(outside.map(({ id }) => `finding ${id}`)));
  expect({ missing, foreign }, 'in the log of changes').toEqual({ missing: [], foreign: [] });
  const entered = entries.map(({ id }) => id);
  expect(entered).toEqual(expect.arrayContaining(outside.map(({ articleId }) => articleId)));
  const { sourceId, desk } = large;
  const { reader, sql } = desk.db;
  const resting = await readSql<{ id: string }>(
    reader,
    `SELECT DISTINCT article_id AS id FROM published_finding WHERE source_id = $1`,
    [sourceId],
  );
  expect(resting.length).toBeGreaterThan(500);
  let hidden: string[] = [];
  const forMany = await listStatements(async () => {
    hidden = (await narrow(large.editor, sourceId)).hidden.suspended;
  });
  expect(forMany.length).toBe(forFew.length);
  expect(hidden.toSorted()).toEqual(resting.map(({ id }) => id).toSorted());

  // Nothing has been rebuilt yet: what readers have is right all the same.
  for (const table of ['published_finding', 'published_source'])
    expect(
      await reader.rows(`SELECT 1 FROM ${table} WHERE source_id = $1 LIMIT 1`, [sourceId]),
    ).toEqual([]);
  expect(
    await reader.rows(`SELECT 1 FROM published_article WHERE id = ANY($1) LIMIT 1`, [hidden]),
  ).toEqual([]);
  const jobs = await sql<{ ids: string[] }>(
    `SELECT payload -> 'articleIds' AS ids FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'rebuild_articles'`,
  );
  expect(jobs.every(({ ids }) => ids.length <= 50)).toBe(true);
  expect(jobs.flatMap(({ ids }) => ids).toSorted()).toEqual(hidden.toSorted());
});

/** Sets the standfirst of every published article to `words`, as if it had been published so. */
async function standfirstSays({ db }: TestDesk, words: string): Promise<void> {
  await db.sql(
    `UPDATE published_version SET view = jsonb_set(view, '{standfirst}', to_jsonb($1::text))`,
    [words],
  );
  await db.sql(
    `UPDATE public_text SET folded = $1 WHERE kind = 'version' AND place = 'standfirst'`,
    [foldMention(words)],
  );
}

async function enterParticipant({ editor, sourceId }: typeof small, name: string) {
  const { id, seen, content } = await asSaved(editor, sourceId);
  const participants = [...content.participants, { id: randomUUID(), name, affiliation: '' }];
  return editor.call.editor.sources.save({ id, seen, content: { ...content, participants } });
}

test('a participant whom hundreds of articles name is protected at once, reading a hundred of them at a time', async () => {
  for (const { desk } of [small, large]) await standfirstSays(desk, 'Ione Varga was in the room.');
  const forFew = await listStatements(() => enterParticipant(small, 'Ione Varga'));
  let hidden: string[] = [];
  const forMany = await listStatements(async () => {
    hidden = (await enterParticipant(large, 'Ione Varga')).hidden.suspended;
  });
  expect(hidden.length).toBeGreaterThan(500);
  expect(forMany.length - forFew.length).toBe(Math.ceil(hidden.length / 100) - 1);
});

/** Sets the attribution of every published finding to `words`, as an editor may have worded it. */
async function attributionsSay({ db }: TestDesk, words: string): Promise<void> {
  await db.sql(
    `UPDATE published_finding SET view = jsonb_set(view, '{attribution,wording}', to_jsonb($1::text))
     WHERE withdrawn_at IS NULL`,
    [words],
  );
  await db.sql(
    `UPDATE public_text SET folded = $1 WHERE kind = 'finding' AND place LIKE '%.attribution.descriptor'`,
    [foldMention(words)],
  );
}

test('a participant whom public wordings name is protected at once, before anything is rebuilt', async () => {
  const { desk, sourceId } = large;
  await desk.db.sql(`UPDATE source SET terms = 'chatham_house' WHERE id = $1`, [sourceId]);
  await attributionsSay(desk, 'a friend of Runa Ostby');
  const { hidden } = await enterParticipant(large, 'Runa Ostby');
  expect(hidden.suspended.length).toBeGreaterThan(500);
}, 120_000);
