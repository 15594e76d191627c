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
  const placed = await listPublishedOnBoard(db.reader, { issueId: issue.id }, null);
  expect(placed).toHaveLength(12);
  expect(placed[0]?.finding.id).toBe(current.id);
  expect(placed[1]?.finding.asOf).toBe('2013');
  const then = await listPublishedOnBoard(db.reader, { issueId: issue.id }, '2001-12-31');
  expect(then.map(({ finding }) => finding.asOf)).toEqual(['2001', '2000', '1990']);
});
