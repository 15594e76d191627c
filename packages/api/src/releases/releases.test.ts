import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publishDueArticle } from '../articles/publish-due-article.ts';
import { sweep } from '../jobs/sweep.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';
import { publishDueRelease } from './publish-due-release.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
const start = new Date('2021-03-04T09:00:00.000Z');
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterEach(() => {
  desk.clock.now = start;
});
afterAll(() => desk.close());

const inHours = (count: number) => new Date(start.getTime() + count * 3_600_000).toISOString();
const timeZone = 'Europe/London';
const atTwo = { publishAt: inHours(2), timeZone };
const system = () => ({ ...publisher.context, account: null });

async function approved(): Promise<string> {
  const { id } = await writeArticle(desk.db.editorial, author);
  await approve(id, author, editor);
  return id;
}
async function releaseOf(...articleIds: string[]): Promise<string> {
  const { id, save } = await editor.call.editor.releases.create({ name: 'Winter papers' });
  await editor.call.editor.releases.save({ id, seen: save, name: 'Winter papers', articleIds });
  return id;
}
async function scheduled(...articleIds: string[]): Promise<string> {
  const id = await releaseOf(...articleIds);
  await publisher.call.editor.releases.schedule({ id, ...atTwo });
  return id;
}
const read = (id: string) => publisher.call.editor.releases.get({ id });
const article = async (id: string) => (await publisher.call.editor.articles.get({ id })).article;
const statesOf = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await article(id)).state));
async function edit(id: string): Promise<void> {
  const now = await article(id);
  const content = { ...articleContentOf(now), standfirst: 'Changed since.' };
  await author.call.editor.articles.save({ id, seen: now.save, content });
}
/** Leaves the article approved with topics that are no longer there: it may not go out. */
async function removeTopicsOf(id: string): Promise<void> {
  const { topicIds } = await article(id);
  await desk.db.editorial.articleTopic.deleteMany({ where: { articleId: id } });
  await desk.db.editorial.topic.deleteMany({ where: { id: { in: topicIds } } });
}
const auditOf = async (id: string, action: string) =>
  (
    await desk.db.editorial.auditRecord.findMany({
      where: { subjectId: id, action },
      select: { details: true },
    })
  ).map(({ details }) => details);

describe('what is in a release', () => {
  test('has the order that was given, under a name that can change', async () => {
    const [first, second] = [await approved(), await approved()];
    const id = await releaseOf(first, second);
    await editor.call.editor.releases.save({
      ...{ id, seen: 2, name: 'Spring', articleIds: [second, first] },
    });
    const { release, articles } = await read(id);
    expect(release.name).toBe('Spring');
    expect(articles.map((each) => each.id)).toEqual([second, first]);
  });

  test('is changed by one of two who add to it at once; the other looks again', async () => {
    const ids = [await approved(), await approved()];
    const id = await releaseOf();
    const add = (who: Person, articleId: string) =>
      who.call.editor.releases.save({
        ...{ id, seen: 1, name: 'Winter papers', articleIds: [articleId] },
      });
    const both = await Promise.allSettled([
      add(editor, ids[0] ?? ''),
      add(publisher, ids[1] ?? ''),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { articles } = await read(id);
    expect(articles).toHaveLength(1);
    const late = add(editor, ids.find((each) => each !== articles[0]?.id) ?? '');
    expect((await problemIn(late)).code).toBe('stale');
    // A repeated call, as after a lost response, changes nothing.
    expect((await add(editor, articles[0]?.id ?? '')).save).toBe(2);
  });

  test('is in no other that is not out', async () => {
    const articleId = await approved();
    await releaseOf(articleId);
    const { id } = await editor.call.editor.releases.create({ name: 'Another' });
    const add = { id, seen: 1, name: 'Another', articleIds: [articleId] };
    expect(await reasonsIn(editor.call.editor.releases.save(add))).toEqual(['in_other_release']);
    expect((await read(id)).articles).toEqual([]);
  });

  test('is not scheduled by itself, retracted or archived', async () => {
    const alone = await approved();
    const { approvedRevisionId } = await article(alone);
    await publisher.call.editor.articles.schedule({
      ...{ id: alone, revisionId: approvedRevisionId ?? '', ...atTwo },
    });
    const out = await publishNew(desk.db.editorial, author, publisher);
    await publisher.call.editor.articles.retract({ id: out.article.id, why: 'Forged.' });
    const old = await publishNew(desk.db.editorial, author, publisher);
    await publisher.call.editor.articles.archive({ id: old.article.id });
    const { id } = await editor.call.editor.releases.create({ name: 'Mixed' });
    const articleIds = [alone, out.article.id, old.article.id];
    expect(
      await reasonsIn(editor.call.editor.releases.save({ id, seen: 1, name: 'Mixed', articleIds })),
    ).toEqual(['not_addable', 'not_addable', 'not_addable']);
  });

  test('cannot change once it is scheduled, nor can it be removed', async () => {
    const [first, second] = [await approved(), await approved()];
    const id = await scheduled(first);
    const add = { id, seen: 2, name: 'Winter papers', articleIds: [first, second] };
    expect(await reasonsIn(editor.call.editor.releases.save(add))).toEqual(['release_scheduled']);
    expect(await reasonsIn(editor.call.editor.releases.remove({ id }))).toEqual([
      'release_scheduled',
    ]);
    const renamed = await editor.call.editor.releases.save({
      ...{ id, seen: 2, name: 'Ice', articleIds: [first] },
    });
    expect(renamed.name).toBe('Ice');
  });
});

describe('scheduling a release', () => {
  test('schedules each article at its time', async () => {
    const ids = [await approved(), await approved()];
    const id = await scheduled(...ids);
    expect(await statesOf(ids)).toEqual(['scheduled', 'scheduled']);
    expect((await article(ids[0] ?? '')).publishAt).toBe(inHours(2));
    expect((await read(id)).release.publishAt).toBe(inHours(2));
  });

  test('says which articles are in the way, and schedules none', async () => {
    const ready = await approved();
    const { id: draft } = await writeArticle(desk.db.editorial, author);
    const id = await releaseOf(ready, draft);
    const { reasons } = await problemIn(publisher.call.editor.releases.schedule({ id, ...atTwo }));
    expect(reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: draft, code: 'article_state' } },
    ]);
    expect(reasons[0]?.message).toContain('Before the rains: ');
    expect(await statesOf([ready, draft])).toEqual(['approved', 'draft']);
    expect((await read(id)).release.publishAt).toBeNull();
  });

  test('is refused where an article is approved and yet may not go out', async () => {
    const ids = [await approved(), await approved()];
    const id = await releaseOf(...ids);
    await removeTopicsOf(ids[1] ?? '');
    const { reasons } = await problemIn(publisher.call.editor.releases.schedule({ id, ...atTwo }));
    expect(reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: ids[1], code: 'topic_unknown' } },
    ]);
    expect(await statesOf(ids)).toEqual(['approved', 'approved']);
  });

  test('is refused for none, for a time that has passed, and once it is out', async () => {
    const empty = await releaseOf();
    const schedule = (id: string, publishAt: string) =>
      reasonsIn(publisher.call.editor.releases.schedule({ id, publishAt, timeZone }));
    expect(await schedule(empty, inHours(2))).toEqual(['release_empty']);
    const id = await releaseOf(await approved());
    expect(await schedule(id, inHours(-1))).toEqual(['publish_at_past']);
    await publisher.call.editor.releases.publish({ id });
    expect(await schedule(id, inHours(2))).toEqual(['release_out']);
  });

  test('can be moved, and taken back with every article in it', async () => {
    const ids = [await approved(), await approved()];
    const id = await scheduled(...ids);
    await publisher.call.editor.releases.schedule({ id, publishAt: inHours(5), timeZone });
    expect((await article(ids[1] ?? '')).publishAt).toBe(inHours(5));
    await publisher.call.editor.releases.unschedule({ id });
    expect(await statesOf(ids)).toEqual(['approved', 'approved']);
    expect((await article(ids[1] ?? '')).publishAt).toBeNull();
    desk.clock.now = new Date(inHours(6));
    await publishDueRelease(system(), id);
    expect(await statesOf(ids)).toEqual(['approved', 'approved']);
  });
});

describe('an article of a scheduled release', () => {
  test.each(['publish', 'schedule', 'unschedule'] as const)('has no %s of its own', async (act) => {
    const articleId = await approved();
    await scheduled(articleId);
    const { approvedRevisionId } = await article(articleId);
    const named = { id: articleId, revisionId: approvedRevisionId ?? '' };
    const { articles } = publisher.call.editor;
    const call = {
      publish: () => articles.publish(named),
      schedule: () => articles.schedule({ ...named, publishAt: inHours(3), timeZone }),
      unschedule: () => articles.unschedule({ id: articleId }),
    }[act];
    expect(await reasonsIn(call())).toEqual(['in_release']);
    expect(await article(articleId)).toMatchObject({ state: 'scheduled', publishAt: inHours(2) });
  });

  test('says which release that is, to who may see releases', async () => {
    const articleId = await approved();
    const id = await scheduled(articleId);
    const shown = (who: Person) => who.call.editor.articles.get({ id: articleId });
    expect((await shown(editor)).release).toEqual({
      ...{ id, name: 'Winter papers', publishAt: inHours(2) },
    });
    expect((await shown(author)).release).toBeNull();
  });

  test('goes out by no job of its own from before', async () => {
    const ids = [await approved(), await approved()];
    await scheduled(...ids);
    await edit(ids[1] ?? '');
    desk.clock.now = new Date(inHours(3));
    await publishDueArticle(system(), ids[0] ?? '');
    expect(await statesOf(ids)).toEqual(['scheduled', 'draft']);
  });
});

describe('the time of a release', () => {
  test('publishes all of it at once, and once', async () => {
    const ids = [await approved(), await approved(), await approved()];
    const id = await scheduled(...ids);
    await publishDueRelease(system(), id);
    expect(await statesOf(ids)).toEqual(['scheduled', 'scheduled', 'scheduled']);
    desk.clock.now = new Date(inHours(2));
    await Promise.all([1, 2, 3].map(() => publishDueRelease(system(), id)));
    expect(await statesOf(ids)).toEqual(['published', 'published', 'published']);
    const { release } = await read(id);
    expect(release).toMatchObject({ releasedAt: inHours(2), stoppedAt: null });
    for (const each of ids) expect(await auditOf(each, 'article.publish')).toHaveLength(1);
    const slug = (await article(ids[2] ?? '')).slug;
    expect((await desk.nobody.articles.bySlug({ slug })).slug).toBe(slug);
  });

  test('publishes nothing where one article was changed since, and says which', async () => {
    const ids = [await approved(), await approved()];
    const id = await scheduled(...ids);
    await edit(ids[1] ?? '');
    // Approved again, but its present words are not scheduled.
    await approve(ids[1] ?? '', author, editor);
    desk.clock.now = new Date(inHours(2));
    await publishDueRelease(system(), id);
    expect(await statesOf(ids)).toEqual(['approved', 'approved']);
    const { release, articles } = await read(id);
    expect(release).toMatchObject({ publishAt: null, releasedAt: null, stoppedAt: inHours(2) });
    expect(articles.map(({ refusedCode }) => refusedCode)).toEqual([null, 'not_scheduled']);
    expect(await auditOf(id, 'release.unschedule')).toEqual([
      { code: 'article_refused', refused: 1 },
    ]);
    expect(await auditOf(ids[0] ?? '', 'article.publish')).toEqual([]);
    const stopped = expect.objectContaining({ id, stoppedAt: inHours(2) });
    expect((await editor.call.editor.desk()).stoppedReleases).toContainEqual(stopped);
    expect((await author.call.editor.desk()).stoppedReleases).toEqual([]);
    const slug = (await article(ids[0] ?? '')).slug;
    expect((await problemIn(desk.nobody.articles.bySlug({ slug }))).code).toBe('not_found');
  });

  test('leaves nothing of the first out where the second is refused while it is published', async () => {
    const ids = [await approved(), await approved()];
    const id = await scheduled(...ids);
    await removeTopicsOf(ids[1] ?? '');
    desk.clock.now = new Date(inHours(2));
    await publishDueRelease(system(), id);
    expect(await statesOf(ids)).toEqual(['approved', 'approved']);
    expect(await desk.db.editorial.publishedArticle.count({ where: { id: ids[0] ?? '' } })).toBe(0);
    expect((await read(id)).articles.map(({ refusedCode }) => refusedCode === null)).toEqual([
      true,
      false,
    ]);
  });

  test('that was stopped can be scheduled again, and says nothing of it then', async () => {
    const articleId = await approved();
    const id = await scheduled(articleId);
    await edit(articleId);
    desk.clock.now = new Date(inHours(2));
    await publishDueRelease(system(), id);
    await approve(articleId, author, editor);
    await publisher.call.editor.releases.schedule({ id, publishAt: inHours(3), timeZone });
    const { release, articles } = await read(id);
    expect(release.stoppedAt).toBeNull();
    const { stoppedReleases } = await editor.call.editor.desk();
    expect(stoppedReleases.map((each) => each.id)).not.toContain(id);
    expect(articles[0]?.refusedCode).toBeNull();
  });

  test('is published by the sweep if its job was lost', async () => {
    const ids = [await approved(), await approved()];
    const id = await scheduled(...ids);
    desk.clock.now = new Date(inHours(2));
    const { context } = publisher;
    await sweep({ ...context, mail: context.instance });
    expect((await read(id)).release.releasedAt).toBe(inHours(2));
    expect(await statesOf(ids)).toEqual(['published', 'published']);
  });
});

describe('publishing a release now', () => {
  test('publishes all of it, and returns the same when called again', async () => {
    const ids = [await approved(), await approved()];
    const id = await releaseOf(...ids);
    const out = await publisher.call.editor.releases.publish({ id });
    expect(out.releasedAt).toBe(start.toISOString());
    expect(await statesOf(ids)).toEqual(['published', 'published']);
    expect(await publisher.call.editor.releases.publish({ id })).toEqual(out);
  });

  test('is refused with the articles that are in the way, and publishes none', async () => {
    const ready = await approved();
    const { id: draft } = await writeArticle(desk.db.editorial, author);
    const id = await releaseOf(ready, draft);
    expect(await reasonsIn(publisher.call.editor.releases.publish({ id }))).toEqual([
      'article_refused',
    ]);
    expect(await statesOf([ready, draft])).toEqual(['approved', 'draft']);
    expect((await read(id)).release.releasedAt).toBeNull();
  });

  test('sets its articles free for another', async () => {
    const articleId = await approved();
    const id = await releaseOf(articleId);
    await publisher.call.editor.releases.publish({ id });
    const next = await releaseOf(articleId);
    expect((await read(next)).articles).toHaveLength(1);
    expect((await read(id)).articles).toHaveLength(1);
  });
});

test('releases are listed page by page, the last begun first, and without those that are out', async () => {
  const out = await releaseOf(await approved());
  await publisher.call.editor.releases.publish({ id: out });
  desk.clock.now = new Date(inHours(1));
  const last = await releaseOf();
  const page = await editor.call.editor.releases.list({ limit: 1 });
  expect(page.items).toMatchObject([{ id: last, articles: 0 }]);
  const rest = await editor.call.editor.releases.list({ limit: 100, cursor: page.nextCursor });
  expect(rest.items.map(({ id }) => id)).toContain(out);
  expect(rest.items.map(({ id }) => id)).not.toContain(last);
  const pending = await editor.call.editor.releases.list({ pending: true, limit: 100 });
  expect(pending.items.map(({ id }) => id)).not.toContain(out);
  expect(pending.items.map(({ id }) => id)).toContain(last);
});
