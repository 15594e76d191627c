import { stanceBoard } from '@viewpoints/domain/positions/stance-board';
import { idOf } from '@viewpoints/domain/testing/builders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardLines } from '../../resources/boards/board-lines.ts';
import { boardRecords } from '../../resources/boards/board-records.ts';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { ActorBoard } from './actor-board.tsx';
import { IssueBoard } from './issue-board.tsx';

let reader: TestReader;
beforeAll(async () => {
  reader = await openTestReader();
});
afterAll(() => reader.close());

const actor = { slug: 'ostrava', name: 'Ostrava', kind: 'state' as const };
const issue = { slug: 'ceasefire', name: 'Ceasefire' };
const result = {
  ...{ id: idOf(7), asOf: '2031-05', searched: 'The gazette' },
  ...{ language: 'en', direction: 'ltr' as const },
};
/** A row that has a null result and nothing else. */
const rowOf = <Row extends { slug: string; name: string }>(row: Row) =>
  stanceBoard([], [{ row, result, register: 'public' }]);

test('a row without a position leads to its actor or issue: there is no page of a position', async () => {
  const onIssue = await reader.html(<IssueBoard issue={issue} rows={rowOf(actor)} />);
  expect(onIssue).toContain('href="/actors/ostrava"');
  const ofActor = await reader.html(<ActorBoard actors={[{ ...actor, rows: rowOf(issue) }]} />);
  expect(ofActor).toContain('href="/issues/ceasefire"');
  expect(onIssue + ofActor).not.toContain('/positions/');
});

test('files name no page for it', () => {
  const [row] = rowOf(actor);
  if (row === undefined) throw new Error('there is no row');
  const records = boardRecords(row, { actor, issue }, 'https://journal.example');
  expect(records.map(({ position }) => position)).toEqual(['', '']);
  expect(boardLines(records, 'actor').join('\n')).toMatch(/^- Ostrava, in public: /);
});
