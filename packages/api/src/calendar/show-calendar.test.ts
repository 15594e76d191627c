import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let outsider: Person;
let editor: Person;
let publisher: Person;
const start = new Date('2021-03-04T09:00:00.000Z');
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  outsider = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterEach(() => {
  desk.clock.now = start;
});
afterAll(() => desk.close());

const inDays = (count: number) => new Date(start.getTime() + count * 86_400_000).toISOString();
const timeZone = 'Europe/London';

async function approved(): Promise<{ id: string; revisionId: string }> {
  const { id } = await writeArticle(desk.db.editorial, author);
  return { id, revisionId: await approve(id, author, editor) };
}
async function scheduled(times: { publishAt: string; embargoUntil?: string }): Promise<string> {
  const { id, revisionId } = await approved();
  await publisher.call.editor.articles.schedule({ id, revisionId, timeZone, ...times });
  return id;
}
/** The entries of an article in a person's calendar within a span of days from now. */
async function entriesOf(id: string, person: Person, from: number, to: number) {
  const calendar = await person.call.editor.calendar({ from: inDays(from), to: inDays(to) });
  const mine = <T extends { id: string }>(list: T[]) => list.filter((entry) => entry.id === id);
  return {
    scheduled: mine(calendar.scheduled).map(({ at }) => at),
    published: mine(calendar.published).map(({ at, isPublic }) => ({ at, isPublic })),
    reviews: mine(calendar.reviews).map(({ day, findings }) => ({ day, findings })),
  };
}
const nothing = { scheduled: [], published: [], reviews: [] };

describe('what is to come out', () => {
  test('is there at its time, up to and without the end of the span', async () => {
    const id = await scheduled({ publishAt: inDays(10) });
    expect(await entriesOf(id, editor, 10, 11)).toEqual({ ...nothing, scheduled: [inDays(10)] });
    expect(await entriesOf(id, editor, 0, 10)).toEqual(nothing);
  });

  test('is there when its embargo ends, and not at its time', async () => {
    const id = await scheduled({ publishAt: inDays(10), embargoUntil: inDays(20) });
    expect(await entriesOf(id, editor, 9, 11)).toEqual(nothing);
    expect(await entriesOf(id, editor, 19, 21)).toEqual({ ...nothing, scheduled: [inDays(20)] });
  });

  test('is moved with it', async () => {
    const id = await scheduled({ publishAt: inDays(10) });
    const moved = { id, movedFrom: inDays(10), publishAt: inDays(12), timeZone };
    await publisher.call.editor.articles.reschedule(moved);
    expect((await entriesOf(id, editor, 9, 14)).scheduled).toEqual([inDays(12)]);
  });

  test('of a release is there with the release, which contributors do not see', async () => {
    const { id: articleId } = await approved();
    const { id, save } = await editor.call.editor.releases.create({ name: 'Winter papers' });
    const articleIds = [articleId];
    await editor.call.editor.releases.save({ id, seen: save, name: 'Winter papers', articleIds });
    await publisher.call.editor.releases.schedule({ id, publishAt: inDays(15), timeZone });
    const span = { from: inDays(15), to: inDays(16) };
    const { releases, scheduled: articles } = await editor.call.editor.calendar(span);
    expect(releases).toEqual([
      { id, name: 'Winter papers', at: inDays(15), timeZone, articles: 1 },
    ]);
    expect(articles.map((entry) => [entry.id, entry.releaseId])).toEqual([[articleId, id]]);
    expect((await author.call.editor.calendar(span)).releases).toEqual([]);
  });
});

describe('what came out', () => {
  test('is there for everybody, and opens as published for those who do not own it', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const at = desk.clock.now.toISOString();
    for (const [person, isPublic] of [
      [editor, false],
      [author, false],
      [outsider, true],
    ] as const)
      expect(await entriesOf(article.id, person, -1, 1)).toEqual({
        ...nothing,
        published: [{ at, isPublic }],
      });
  });

  test('under an embargo is there when that ends, and not for those who do not own it', async () => {
    const { id, revisionId } = await approved();
    const embargo = { id, embargoUntil: inDays(3), timeZone };
    await publisher.call.editor.articles.setEmbargo(embargo);
    await publisher.call.editor.articles.publish({ id, revisionId });
    const published = [{ at: inDays(3), isPublic: false }];
    expect(await entriesOf(id, editor, 0, 5)).toEqual({ ...nothing, published });
    expect(await entriesOf(id, outsider, 0, 5)).toEqual(nothing);
  });

  test('is called what readers have, whatever its next version says', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const content = { ...articleContentOf(article), headline: 'Nobody may know this yet' };
    const { save } = (await editor.call.editor.articles.get({ id: article.id })).article;
    await editor.call.editor.articles.save({ id: article.id, seen: save, content });
    const { published } = await outsider.call.editor.calendar({ from: inDays(-1), to: inDays(1) });
    expect(published.find(({ id }) => id === article.id)?.headline).toBe(article.headline);
  });
});

test('an article that is due is there on that day, for its owner', async () => {
  const { id } = await writeArticle(desk.db.editorial, author);
  const dueOn = inDays(7).slice(0, 10);
  await author.call.editor.articles.submit({ id });
  await editor.call.editor.articles.assign({
    ...{ id, seenAssigneeId: null, assigneeId: editor.account.id, dueOn, priority: 'normal' },
  });
  const daysOf = async (person: Person) => {
    const { due } = await person.call.editor.calendar({ from: inDays(6), to: inDays(8) });
    return due.filter((entry) => entry.id === id).map(({ day }) => day);
  };
  expect([await daysOf(editor), await daysOf(author), await daysOf(outsider)]).toEqual([
    [dueOn],
    [dueOn],
    [],
  ]);
});

describe('findings to look at again', () => {
  test('are counted by article and day, for the owner of the article', async () => {
    const { article, finding } = await publishNew(desk.db.editorial, author, publisher);
    const day = inDays(6).slice(0, 10);
    await desk.db.sql('UPDATE finding SET review_by = $1 WHERE id = $2', [day, finding.id]);
    const reviews = [{ day, findings: 1 }];
    expect((await entriesOf(article.id, editor, 5, 8)).reviews).toEqual(reviews);
    expect((await entriesOf(article.id, author, 5, 8)).reviews).toEqual(reviews);
    expect((await entriesOf(article.id, outsider, 5, 8)).reviews).toEqual([]);
  });
});

test('another’s draft and schedule are not in a contributor’s calendar', async () => {
  const id = await scheduled({ publishAt: inDays(2) });
  expect(await entriesOf(id, author, 0, 5)).toEqual({ ...nothing, scheduled: [inDays(2)] });
  expect(await entriesOf(id, outsider, 0, 5)).toEqual(nothing);
});

test('a span that ends before it starts, or is longer than a month’s grid, is refused', async () => {
  const ask = (from: number, to: number) =>
    editor.call.editor.calendar({ from: inDays(from), to: inDays(to) });
  expect(await reasonsIn(ask(2, 1))).toEqual(['invalid']);
  expect(await reasonsIn(ask(0, 46))).toEqual(['invalid']);
  await expect(ask(0, 45)).resolves.toMatchObject({ incomplete: false });
});
