import type { FindingFilter } from '@viewpoints/db/editorial/finding-filters';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { addActor, addFinding, addIssue, addSource } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { sentence, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
/** Filters that find the first finding alone, by name. */
let only: Record<keyof FindingFilter, object>;
let first: string;
let second: string;

beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  const db = desk.db.editorial;
  const by = editor.account.id;
  const actor = await addActor(db);
  const issue = await addIssue(db);
  const source = await addSource(db);
  const article = await writeArticle(db, editor);
  const from = { terms: 'deep_background', descriptor: 'an aide', participantId: null } as const;
  const [byline] = article.byline?.kind === 'authors' ? article.byline.authorIds : [];
  const colleague = await desk.person('editor');
  const given = await addFinding(db, article, {
    ...{
      by: colleague.account.id,
      quote: sentence,
      stance: 'warns',
      proposition: 'Selk waits 100 % longer',
    },
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    ...{ issueIds: [issue.id], attribution: { ...from, sourceId: source.id } },
  });
  first = given.id;
  const other = await writeArticle(db, editor);
  second = (
    await addFinding(db, other, { by, quote: sentence, stance: 'refuses', reviewBy: '2001-01-01' })
  ).id;
  await db.finding.update({ where: { id: second }, data: { state: 'rejected' } });
  only = {
    ...{ state: { state: 'verified' }, stance: { stance: 'warns' }, q: { q: '100 % selk' } },
    ...{ article: { article: article.id }, actor: { actor: actor.id } },
    ...{ issue: { issue: issue.id }, source: { source: source.id }, review: { review: 'none' } },
    ...{ author: { author: byline }, proposer: { proposer: colleague.account.id } },
    ...{ terms: { terms: 'deep_background' } },
    ...{ from: { from: '2021-06-02' }, to: { from: '2021-06-02', to: '2021-06-02' } },
  };
  // The journal is in UTC: the first was changed in the first moment of a day, the second before it.
  const changed = (id: string, at: string) =>
    db.finding.update({ where: { id }, data: { updatedAt: new Date(at) } });
  await changed(first, '2021-06-02T00:00:00.000Z');
  await changed(second, '2021-06-01T23:59:59.999Z');
});
afterAll(() => desk.close());

const listed = async (filter: object) =>
  (await editor.call.editor.findings.list(filter)).items.map(({ id }) => id);

test('given no filter then every finding is listed, over the pages too', async () => {
  const all = await listed({});
  expect(new Set(all)).toEqual(new Set([first, second]));
  const page = await editor.call.editor.findings.list({ limit: 1 });
  expect(page.items.map(({ id }) => id)).toEqual(all.slice(0, 1));
  const rest = await editor.call.editor.findings.list({ limit: 1, cursor: page.nextCursor });
  expect(rest.items.map(({ id }) => id)).toEqual(all.slice(1));
  expect(rest.nextCursor).toBeNull();
});

test('in either order and to the last, whose cursor keeps the order it was given for', async () => {
  const { list } = editor.call.editor.findings;
  expect(await listed({})).toEqual([first, second]);
  expect(await listed({ order: 'oldest' })).toEqual([second, first]);
  const page = await list({ order: 'oldest', limit: 1, counted: true });
  expect(page).toMatchObject({ items: [{ id: second }], count: 2 });
  expect((await list({ limit: 1, cursor: page.nextCursor })).items).toMatchObject([{ id: first }]);
  expect((await list({ state: 'rejected', counted: true })).count).toBe(1);
});

test('given any filter then what it does not fit is left out', async () => {
  for (const [name, filter] of Object.entries(only))
    expect(await listed(filter), name).toEqual([first]);
});

test('given several filters then all of them count', async () => {
  expect(await listed({ ...only.state, ...only.q })).toEqual([first]);
  expect(await listed({ ...only.actor, stance: 'refuses' })).toEqual([]);
});

test('given several states then any of them, and given none all of them', async () => {
  expect(await listed({ state: ['verified', 'rejected'] })).toHaveLength(2);
  expect(await listed({ state: ['rejected'] })).toEqual([second]);
  expect(await listed({ state: [] })).toHaveLength(2);
});

describe('the day to review a finding by', () => {
  /** Where it is the day after, or the day before, what it is in UTC or later. */
  const zones = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'];
  const dayIn = (zone: string, days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });

  test.each(
    zones.flatMap(
      (zone) =>
        [
          [zone, -1, 'overdue'],
          [zone, 0, 'soon'],
          [zone, 30, 'soon'],
          [zone, 31, 'later'],
        ] as const,
    ),
  )('in %s %i days from now is %s', async (timeZone, days, due) => {
    const db = desk.db.editorial;
    const { save: _, ...journal } = await getJournal(db);
    await db.journal.upsert({
      where: { id: 1 },
      create: { id: 1, ...journal, timeZone, save: 1 },
      update: { timeZone },
    });
    const state = { state: 'verified' as const };
    await db.finding.update({
      where: { id: first },
      data: { reviewBy: dayIn(timeZone, days) },
    });
    const isListed = async (review: string) => (await listed({ ...state, review })).length === 1;
    expect(await isListed('overdue')).toBe(due === 'overdue');
    expect(await isListed('soon')).toBe(due === 'soon');
    expect(await isListed('none')).toBe(false);
  });

  test('that has passed does not count once a finding is closed', async () => {
    expect(await listed({ state: 'rejected', review: 'overdue' })).toEqual([]);
    await desk.db.editorial.finding.update({ where: { id: second }, data: { state: 'published' } });
    expect(await listed({ state: 'published', review: 'overdue' })).toEqual([second]);
  });
});
