import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '../testing/publish.ts';
import { listPublishedOnBoard } from './board.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.drop());

it('has twelve findings of a cell, the current ones first though they were held before', async () => {
  const { id: by } = await addAccount(db.editorial);
  const actor = await addActor(db.editorial);
  const issue = await addIssue(db.editorial);
  const article = await addArticle(db.editorial, { by });
  const held = (year: number) =>
    addFinding(db.editorial, article, {
      ...{ by, asOf: String(year), issueIds: [issue.id] },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    });
  const current = await held(1990);
  const left = [];
  for (let year = 2000; year < 2014; year += 1) left.push(await held(year));
  for (const { id } of left)
    await db.editorial.supersession.create({
      data: {
        ...{ oldId: id, newId: current.id, kind: 'position_change', byId: by },
        at: new Date('2021-01-01T09:00:00.000Z'),
      },
    });
  await publish(db.editorial, article.id, { at: new Date('2021-01-01T09:00:00.000Z') });
  const placed = await listPublishedOnBoard(
    db.reader,
    { issueId: issue.id },
    { day: null, rows: null },
  );
  expect(placed).toHaveLength(12);
  expect(placed[0]?.finding.id).toBe(current.id);
  expect(placed[1]?.finding.asOf).toBe('2013');
  const then = await listPublishedOnBoard(
    db.reader,
    { issueId: issue.id },
    {
      ...{ day: '2001-12-31', rows: null },
    },
  );
  expect(then.map(({ finding }) => finding.asOf)).toEqual(['2001', '2000', '1990']);
});

it('has no more rows than are wanted, of those heard last, each with all of its cells', async () => {
  const { id: by } = await addAccount(db.editorial);
  const [early, late] = [await addActor(db.editorial), await addActor(db.editorial)];
  const [issue, other] = [await addIssue(db.editorial), await addIssue(db.editorial)];
  const article = await addArticle(db.editorial, { by });
  const held = (actorId: string, year: number, on: string) =>
    addFinding(db.editorial, article, {
      ...{ by, asOf: String(year), issueIds: [on] },
      holders: [{ actorId, wording: null, basis: 'direct' }],
    });
  const first = await held(late.id, 1980, issue.id);
  await held(early.id, 1990, issue.id);
  const last = await held(late.id, 2000, issue.id);
  await held(early.id, 2010, other.id);
  await publish(db.editorial, article.id, { at: new Date('2021-01-01T09:00:00.000Z') });
  const idsOf = async (board: Parameters<typeof listPublishedOnBoard>[1], rows: number) =>
    (await listPublishedOnBoard(db.reader, board, { day: null, rows })).map(
      ({ finding }) => finding.id,
    );
  expect(await idsOf({ issueId: issue.id }, 1)).toEqual([last.id, first.id]);
  expect(await idsOf({ issueId: issue.id }, 2)).toHaveLength(3);
  expect(await idsOf({ actorIds: [late.id] }, 1)).toEqual([last.id, first.id]);
  const some = { issueId: issue.id, actorSlugs: [late.slug, 'nobody'] };
  expect(await idsOf(some, 9)).toEqual([last.id, first.id]);
});
