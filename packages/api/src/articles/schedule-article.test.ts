import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';
import { publishDueArticle } from './publish-due-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const hours = (count: number) => new Date(desk.clock.now.getTime() + count * 3_600_000);
const inHours = (count: number) => hours(count).toISOString();
const timeZone = 'Europe/London';

async function scheduled(): Promise<Article> {
  const { id } = await writeArticle(desk.db.editorial, author);
  const revisionId = await approve(id, author, editor);
  const input = { id, revisionId, publishAt: inHours(2), timeZone };
  return publisher.call.editor.articles.schedule(input);
}
/** Publishes an article under an embargo of so many hours. */
async function publishEmbargoed(count: number): Promise<string> {
  const { id } = await writeArticle(desk.db.editorial, author);
  const revisionId = await approve(id, author, editor);
  const embargo = { id, embargoUntil: inHours(count), timeZone };
  await publisher.call.editor.articles.setEmbargo(embargo);
  await publisher.call.editor.articles.publish({ id, revisionId });
  return id;
}
const current = async (id: string) => (await publisher.call.editor.articles.get({ id })).article;

describe('suggesting a time', () => {
  test('is for what is not scheduled yet: an editor cannot move a schedule by it', async () => {
    const { id, publishAt } = await scheduled();
    const suggestion = { id, publishAt: inHours(48), timeZone };
    expect(await reasonsIn(editor.call.editor.articles.prepare(suggestion))).toEqual([
      'article_state',
    ]);
    expect(await current(id)).toMatchObject({ state: 'scheduled', publishAt });
  });

  test('leaves the state as it is, in a draft, in review and once approved', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    const suggest = (count: number) =>
      editor.call.editor.articles.prepare({ id, publishAt: inHours(count), timeZone });
    expect(await suggest(1)).toMatchObject({ state: 'draft', publishAt: inHours(1) });
    await author.call.editor.articles.submit({ id });
    expect(await suggest(2)).toMatchObject({ state: 'in_review', publishAt: inHours(2) });
    const { revisions } = await editor.call.editor.articles.get({ id });
    await editor.call.editor.articles.approve({ id, revisionId: revisions[0]?.id ?? '' });
    expect(await suggest(3)).toMatchObject({ state: 'approved', publishAt: inHours(3) });
  });

  test('is refused for what is out', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const suggestion = { id: article.id, publishAt: inHours(1), timeZone };
    expect(await reasonsIn(editor.call.editor.articles.prepare(suggestion))).toEqual([
      'article_state',
    ]);
  });
});

describe('an embargo', () => {
  /** When the end of an article's embargo is announced: as noted, and by the jobs for it. */
  const announced = async (id: string) => ({
    noted: (
      await desk.db.sql<{ at: Date }>(
        'SELECT visible_from AS at FROM pending_announcement WHERE article_id = $1',
        [id],
      )
    ).map(({ at }) => at.toISOString()),
    jobs: (
      await desk.db.sql<{ at: Date }>(
        `SELECT run_at AS at FROM graphile_worker._private_jobs
         JOIN graphile_worker._private_tasks t ON t.id = task_id
         WHERE t.identifier = 'announce_visible' AND payload ->> 'articleId' = $1`,
        [id],
      )
    ).map(({ at }) => at.toISOString()),
  });

  test('is announced when it ends, and once where it is moved', async () => {
    const [one, other] = [await publishEmbargoed(1), await publishEmbargoed(1)];
    const first = { noted: [inHours(1)], jobs: [inHours(1)] };
    expect([await announced(one), await announced(other)]).toEqual([first, first]);
    await publisher.call.editor.articles.setEmbargo({
      ...{ id: one, embargoUntil: inHours(2), timeZone },
    });
    expect(await announced(one)).toEqual({ noted: [inHours(2)], jobs: [inHours(2)] });
    expect(await announced(other)).toEqual(first);
  });

  test('that is over when the article goes out is not announced', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    expect(await announced(article.id)).toEqual({ noted: [], jobs: [] });
  });

  test.each(['retract', 'archive'] as const)('is not put on after %s', async (end) => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const { id } = article;
    if (end === 'retract') await publisher.call.editor.articles.retract({ id, why: 'Forged.' });
    else await publisher.call.editor.articles.archive({ id });
    const embargo = { id, embargoUntil: inHours(1), timeZone };
    expect(await reasonsIn(publisher.call.editor.articles.setEmbargo(embargo))).toEqual([
      'article_state',
    ]);
    expect((await current(id)).embargoUntil).toBeNull();
  });
});

describe('moving a schedule', () => {
  const dueAt = async (id: string) =>
    (
      await desk.db.sql<{ at: Date }>(
        `SELECT run_at AS at FROM graphile_worker._private_jobs
         JOIN graphile_worker._private_tasks t ON t.id = task_id
         WHERE t.identifier = 'publish_due' AND payload ->> 'articleId' = $1`,
        [id],
      )
    ).map(({ at }) => at.toISOString());
  const move = (id: string, movedFrom: string | null, count: number) =>
    publisher.call.editor.articles.reschedule({
      ...{ id, movedFrom: movedFrom ?? '', publishAt: inHours(count), timeZone },
    });

  test('moves the one job with it, and the article stays scheduled', async () => {
    const { id, publishAt } = await scheduled();
    const moved = await move(id, publishAt, 5);
    expect(moved).toMatchObject({ state: 'scheduled', publishAt: inHours(5) });
    expect(await dueAt(id)).toEqual([inHours(5)]);
  });

  test('is refused if it was moved in the meantime, and again if it was moved back', async () => {
    const { id, publishAt } = await scheduled();
    await move(id, publishAt, 5);
    expect(await reasonsIn(move(id, publishAt, 6))).toEqual(['schedule_moved']);
    expect(await current(id)).toMatchObject({ publishAt: inHours(5) });
    expect(await move(id, publishAt, 5)).toMatchObject({ publishAt: inHours(5) });
  });

  test('to a time that has passed is refused, and the schedule stays', async () => {
    const { id, publishAt } = await scheduled();
    expect(await reasonsIn(move(id, publishAt, -1))).toEqual(['publish_at_past']);
    expect(await current(id)).toMatchObject({ state: 'scheduled', publishAt });
    expect(await dueAt(id)).toEqual([publishAt]);
  });

  test('is refused for what is not scheduled', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    await approve(id, author, editor);
    expect(await reasonsIn(move(id, inHours(1), 2))).toEqual(['article_state']);
  });
});

describe('editing what is scheduled', () => {
  test('takes the schedule with the approval: nothing goes out at that time', async () => {
    const article = await scheduled();
    const content = { ...articleContentOf(article), standfirst: 'Changed after it was scheduled.' };
    await author.call.editor.articles.save({ id: article.id, seen: article.save, content });
    expect(await current(article.id)).toMatchObject({
      state: 'draft',
      publishAt: null,
      approvedRevisionId: null,
      approvedBy: null,
    });
    // Approved again, it is not scheduled until an editor schedules it again.
    await approve(article.id, author, editor);
    await publishDueArticle(
      { editorial: desk.db.editorial, now: () => hours(3), account: null },
      article.id,
    );
    expect(await current(article.id)).toMatchObject({ state: 'approved', publishAt: null });
  });
});

describe('archiving', () => {
  test('is refused for the draft of a next version, and readers keep what they have', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    await author.call.editor.articles.save({ id: article.id, seen: article.save, content });
    expect(await reasonsIn(publisher.call.editor.articles.archive({ id: article.id }))).toEqual([
      'article_state',
    ]);
    expect(await desk.nobody.articles.bySlug({ slug: article.slug })).toMatchObject({
      headline: 'Before the rains',
    });
  });
});
