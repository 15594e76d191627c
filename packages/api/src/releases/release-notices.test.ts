import type { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, approveNextVersion, writeArticle } from '../testing/written-article.ts';
import { publishDueRelease } from './publish-due-release.ts';

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
beforeEach(() => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
});

const timeZone = 'Europe/London';
const notice = (why: string) => ({
  ...{ was: '', now: '', why, severity: 'correction' as const, findingId: null },
});
const corrected = (articleId: string, why: string) => ({
  ...{ articleId, minor: false, corrections: [notice(why)] },
});
const nextVersion = () =>
  approveNextVersion(desk, { author, editor, publisher }, { standfirst: 'It rained after all.' });
async function releaseOf(...articleIds: string[]): Promise<string> {
  const name = 'Corrections';
  const { id, save } = await editor.call.editor.releases.create({ name });
  await editor.call.editor.releases.save({ id, seen: save, name, articleIds });
  return id;
}
const schedule = (id: string, changes: (Partial<VersionChange> & { articleId: string })[]) =>
  publisher.call.editor.releases.schedule({
    ...{ id, publishAt: desk.inHours(2), timeZone, changes },
  });
const noticesOf = async (slug: string) =>
  (await desk.nobody.articles.bySlug({ slug })).corrections.map(({ why }) => why);
const goOut = async (id: string) => {
  desk.moveOn(3);
  await publishDueRelease({ ...publisher.context, account: null }, id);
};

test('a release brings out each next version with its own notices, once', async () => {
  const [first, second] = [await nextVersion(), await nextVersion()];
  const id = await releaseOf(first.id, second.id);
  await schedule(id, [corrected(first.id, 'It rained.'), corrected(second.id, 'It did not rain.')]);
  const { articles } = await publisher.call.editor.releases.get({ id });
  expect(articles.map(({ change }) => change?.corrections.map(({ why }) => why))).toEqual([
    ...[['It rained.'], ['It did not rain.']],
  ]);
  expect(await noticesOf(first.slug)).toEqual([]);
  await goOut(id);
  await publishDueRelease({ ...publisher.context, account: null }, id);
  expect(await noticesOf(first.slug)).toEqual(['It rained.']);
  expect(await noticesOf(second.slug)).toEqual(['It did not rain.']);
});

test('a scheduled release that is moved keeps its notices and who wrote them', async () => {
  const { id: articleId, slug } = await nextVersion();
  const id = await releaseOf(articleId);
  await schedule(id, [corrected(articleId, 'It rained.')]);
  const other = await desk.person('publisher');
  await other.call.editor.releases.schedule({ id, publishAt: desk.inHours(2.5), timeZone });
  const [row] = await desk.db.sql<{ by: string }>(
    'select set_by_id as by from scheduled_version where article_id = $1',
    [articleId],
  );
  expect(row?.by).toBe(publisher.account.id);
  await goOut(id);
  expect(await noticesOf(slug)).toEqual(['It rained.']);
});

test('notices can be given when a release is published at once', async () => {
  const [first, second] = [await nextVersion(), await nextVersion()];
  const id = await releaseOf(first.id, second.id);
  const changes = [corrected(first.id, 'It rained.'), { articleId: second.id, minor: true }];
  await publisher.call.editor.releases.publish({ id, changes });
  expect(await noticesOf(first.slug)).toEqual(['It rained.']);
  expect(await noticesOf(second.slug)).toEqual([]);
});

test('each article that refuses its notices is named, and nothing is scheduled or published', async () => {
  const { id: draft } = await writeArticle(desk.db.editorial, author);
  await approve(draft, author, editor);
  const [both, foreign] = [await nextVersion(), await nextVersion()];
  const id = await releaseOf(draft, both.id, foreign.id);
  const changes = [
    corrected(draft, 'Readers never had it.'),
    { ...corrected(both.id, 'It rained.'), minor: true },
    {
      ...{ articleId: foreign.id, minor: false },
      corrections: [{ ...notice('It rained.'), findingId: both.findingId }],
    },
  ];
  const refused = [
    [draft, 'article_state'],
    [both.id, 'minor_with_notice'],
    [foreign.id, 'finding_unknown'],
  ];
  for (const call of [
    () => schedule(id, changes),
    () => publisher.call.editor.releases.publish({ id, changes }),
  ]) {
    const { reasons } = await problemIn(call());
    expect(reasons.map(({ details }) => [details.articleId, details.code])).toEqual(refused);
    for (const { message } of reasons) expect(message).toMatch(/^Before the rains: /);
  }
  const { release } = await publisher.call.editor.releases.get({ id });
  expect([release.publishAt, release.releasedAt]).toEqual([null, null]);
  expect(await noticesOf(both.slug)).toEqual([]);
});

test('an article that is not in the release is refused', async () => {
  const [inside, outside] = [await nextVersion(), await nextVersion()];
  const id = await releaseOf(inside.id);
  const changes = [corrected(outside.id, 'It rained.')];
  expect(await reasonsIn(schedule(id, changes))).toEqual(['not_in_release']);
  expect(await reasonsIn(publisher.call.editor.releases.publish({ id, changes }))).toEqual([
    'not_in_release',
  ]);
});

test('the list is narrowed by words, state and who began it, and read in each order', async () => {
  await desk.db.sql('delete from release');
  const named = async (name: string) => {
    desk.moveOn(24);
    return (await editor.call.editor.releases.create({ name })).id;
  };
  const [winter] = [await named('Winter papers'), await named('100% rain'), await named('Autumn')];
  const { list } = publisher.call.editor.releases;
  const names = async (input: Parameters<typeof list>[0]) =>
    (await list(input)).items.map(({ name }) => name);
  expect(await names({})).toEqual(['Autumn', '100% rain', 'Winter papers']);
  expect(await names({ order: 'oldest' })).toEqual(['Winter papers', '100% rain', 'Autumn']);
  expect(await names({ order: 'name' })).toEqual(['100% rain', 'Autumn', 'Winter papers']);
  expect(await names({ q: 'PAPERS win' })).toEqual(['Winter papers']);
  expect(await names({ q: '%' })).toEqual(['100% rain']);
  expect(await names({ owner: publisher.account.id })).toEqual([]);
  expect(await names({ to: '2021-03-05' })).toEqual(['Winter papers']);
  expect(await names({ state: 'released' })).toEqual([]);
  await desk.db.sql('update release set stopped_at = now() where id = $1', [winter]);
  expect(await names({ state: 'stopped' })).toEqual(['Winter papers']);
  const { nextCursor, count } = await list({ order: 'name', limit: 1, counted: true });
  expect(count).toBe(3);
  expect(await names({ cursor: nextCursor, limit: 5 })).toEqual(['Autumn', 'Winter papers']);
});
