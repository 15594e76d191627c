import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { contentOf } from '@viewpoints/domain/content-of';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  approve,
  approveNextVersion,
  prose,
  sentence,
  writeArticle,
} from '../testing/written-article.ts';
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
beforeEach(() => desk.moveOn(1));

const db = () => desk.db.editorial;

/** A live article whose next version says this and is approved. */
const approveNext = (change: Partial<ArticleContent>) =>
  approveNextVersion(desk, { author, editor, publisher }, change);
type Next = Awaited<ReturnType<typeof approveNext>>;
type Change = Pick<
  Parameters<typeof publisher.call.editor.articles.schedule>[0],
  'minor' | 'corrections'
>;

const schedule = ({ id, revisionId }: Pick<Next, 'id' | 'revisionId'>, change: Change) =>
  publisher.call.editor.articles.schedule({
    ...{ id, revisionId, publishAt: desk.inHours(2), timeZone: 'UTC', ...change },
  });
const publishDue = async (id: string) => {
  desk.moveOn(3);
  await publishDueArticle({ editorial: db(), account: null, now: () => desk.clock.now }, id);
};
const read = (slug: string) => desk.nobody.articles.bySlug({ slug });
const show = (id: string) => publisher.call.editor.articles.get({ id });
const records = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    `SELECT action, details FROM audit_record WHERE subject_id = $1 ORDER BY at DESC, id DESC`,
    [id],
  );
const notice = (given: Partial<NonNullable<Change['corrections']>[number]> = {}) => ({
  ...{ why: 'It rains in May, not in June.', severity: 'major_correction' as const, ...given },
});
const stoppedFor = async (person: Person) => (await person.call.editor.desk()).stoppedArticles;
const rain = { standfirst: 'It rained.' };
const oneWord = { body: paragraphs('The council met twice.', 'In May.', ...prose) };

describe('a scheduled minor change', () => {
  test('comes out as a minor change: listed among the versions, with the date unchanged', async () => {
    const body = (words: string) => paragraphs(words, 'The rains are late.', ...prose);
    const first = await approveNext({ body: body('Three valleys share one river.') });
    await publisher.call.editor.articles.publish({ id: first.id, revisionId: first.revisionId });
    desk.moveOn(1);
    const { article } = await show(first.id);
    const content = { ...articleContentOf(article), body: body('Three valleys share a river.') };
    await editor.call.editor.articles.save({ id: first.id, seen: article.save, content });
    const revisionId = await approve(first.id, author, publisher);
    const before = await read(first.slug);
    await schedule({ id: first.id, revisionId }, { minor: true });
    expect((await show(first.id)).scheduled).toMatchObject({ minor: true, corrections: [] });
    await publishDue(first.id);
    const after = await read(first.slug);
    expect(after).toMatchObject({ version: 3, revisedAt: before.revisedAt });
    expect(after.versions[0]).toMatchObject({ number: 3, minor: true });
    expect((await records(first.id))[0]).toMatchObject({
      ...{ action: 'article.publish', details: { code: 'scheduled', minor: true } },
    });
    expect((await show(first.id)).scheduled).toBeNull();
  });

  test('is refused at scheduling if a finding rests on changed words', async () => {
    const next = await approveNext({
      body: paragraphs(prose[0] ?? '', `Nobody says that ${sentence}`, prose[2] ?? ''),
    });
    expect(await reasonsIn(schedule(next, { minor: true }))).toEqual(['minor_touches_finding']);
    expect((await show(next.id)).article.state).toBe('approved');
  });

  test('is checked again at its time; if refused, the desk shows it with the reason', async () => {
    const next = await approveNext({
      body: paragraphs(prose[0] ?? '', `Nobody says that ${sentence}`, prose[2] ?? ''),
    });
    await schedule(next, {});
    await desk.db.sql('UPDATE scheduled_version SET minor = true WHERE article_id = $1', [next.id]);
    await publishDue(next.id);
    expect(await read(next.slug)).toMatchObject({ version: 1 });
    const { article, scheduled } = await show(next.id);
    expect(article).toMatchObject({ state: 'approved', publishAt: null });
    const refused = { code: 'minor_touches_finding', at: desk.clock.now.toISOString() };
    expect(scheduled?.refused).toMatchObject(refused);
    const stopped = (await stoppedFor(editor)).find(({ id }) => id === next.id);
    expect(stopped).toMatchObject({ headline: 'Before the rains', refused });
    expect(stopped?.refused.message).toMatch(/^Finding 1 or words that it rests on/);
    expect(await stoppedFor(author)).toEqual([]);
    expect((await author.call.editor.articles.get({ id: next.id })).scheduled).toBeNull();

    // Once it is scheduled again, the desk lists it no longer.
    await schedule(next, {});
    expect((await stoppedFor(editor)).map(({ id }) => id)).not.toContain(next.id);
  });

  test('can have no notice, neither scheduled nor published at once', async () => {
    const next = await approveNext(oneWord);
    expect(await reasonsIn(schedule(next, { minor: true, corrections: [notice()] }))).toEqual([
      'minor_with_notice',
    ]);
    await schedule(next, { corrections: [notice()] });
    const { id, revisionId } = next;
    expect(
      await reasonsIn(publisher.call.editor.articles.publish({ id, revisionId, minor: true })),
    ).toEqual(['minor_with_notice']);
  });
});

describe('a scheduled correction', () => {
  test('comes out with its notices, in their order, by who scheduled it', async () => {
    const next = await approveNext(rain);
    const corrections = [
      notice({ findingId: next.findingId, was: 'June', now: 'May' }),
      notice({ why: 'A name was misspelt.', severity: 'clarification' }),
    ];
    await schedule(next, { corrections });
    expect((await read(next.slug)).corrections).toEqual([]);
    expect((await show(next.id)).corrections).toEqual([]);
    await publishDue(next.id);
    const out = await read(next.slug);
    expect(out.corrections).toHaveLength(2);
    expect(out.versions[0]).toMatchObject({
      note: 'It rains in May, not in June. A name was misspelt.',
    });
    const { corrections: kept } = await show(next.id);
    const set = { by: publisher.account.id, at: desk.clock.now.toISOString() };
    expect(kept).toMatchObject([
      { why: 'It rains in May, not in June.', severity: 'major_correction', ...set },
      { why: 'A name was misspelt.', severity: 'clarification', findingId: null, ...set },
    ]);
    expect(kept[0]?.findingId).toBe(next.findingId);
    const { liveRevisionId } = (await show(next.id)).article;
    expect(
      await publisher.call.editor.articles.revisions.get({ id: liveRevisionId ?? '' }),
    ).toMatchObject({ reason: 'corrected' });
    expect((await records(next.id))[0]?.details).toMatchObject({
      code: 'scheduled',
      corrections: 2,
    });
  });

  test('keeps its notices if it is published sooner, and loses them if it is scheduled without', async () => {
    const sooner = await approveNext(rain);
    await schedule(sooner, { corrections: [notice()] });
    const { id, revisionId } = sooner;
    await publisher.call.editor.articles.publish({ id, revisionId });
    expect((await read(sooner.slug)).corrections).toHaveLength(1);

    const without = await approveNext(rain);
    await schedule(without, { corrections: [notice()] });
    await publisher.call.editor.articles.unschedule({ id: without.id });
    await schedule(without, {});
    await publishDue(without.id);
    expect(await read(without.slug)).toMatchObject({ version: 2, corrections: [] });
  });

  test('is not replaced by a second call with other notices', async () => {
    const next = await approveNext(rain);
    const corrections = [notice()];
    await schedule(next, { corrections });
    expect((await schedule(next, { corrections })).state).toBe('scheduled');
    expect(await reasonsIn(schedule(next, {}))).toEqual(['article_state']);
  });

  test('goes out with its release; notices of an unscheduled version do not', async () => {
    const [kept, stale] = [await approveNext(rain), await approveNext(rain)];
    const { id, save } = await editor.call.editor.releases.create({ name: 'Rain' });
    const articleIds = [kept.id, stale.id];
    await editor.call.editor.releases.save({ id, seen: save, name: 'Rain', articleIds });
    await schedule(kept, { corrections: [notice()] });
    await schedule(stale, { corrections: [notice()] });
    await publisher.call.editor.articles.unschedule({ id: stale.id });
    await publisher.call.editor.releases.publish({ id });
    expect((await read(kept.slug)).corrections).toHaveLength(1);
    expect((await read(stale.slug)).corrections).toEqual([]);
  });

  test('is refused for an unpublished article and for a finding of another article', async () => {
    const { id } = await writeArticle(db(), author);
    const first = { id, revisionId: await approve(id, author, publisher) };
    expect(await reasonsIn(schedule(first, { corrections: [notice()] }))).toEqual([
      'article_state',
    ]);
    expect(await reasonsIn(schedule(first, { minor: true }))).toEqual(['minor_needs_live']);
    const [next, other] = [await approveNext(rain), await approveNext(rain)];
    const foreign = { corrections: [notice({ findingId: other.findingId })] };
    expect(await problemIn(schedule(next, foreign))).toMatchObject({
      reasons: [{ code: 'finding_unknown', at: 'corrections.0.findingId' }],
    });
  });
});

describe('a protected name in a scheduled notice', () => {
  const name = 'Zdenka Qvistorp';
  const rule = { attribution: 'chatham_house' as const, disclosure: 'clear' as const };
  const corrections = [notice({ why: `${name} never said so.` })];

  async function approveWithSource(terms: SourceContent['terms']) {
    const participants = [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }];
    const source = await addSource(db(), {
      ...{ kind: 'event', descriptor: 'a participant', terms, participants },
    });
    return { source, next: await approveNext({ ...rain, sourceIds: [source.id] }) };
  }

  test('is refused at scheduling, and the reason names the notice', async () => {
    const { next } = await approveWithSource(rule);
    const { reasons } = await problemIn(schedule(next, { corrections }));
    expect(reasons.map(({ code, at }) => [code, at])).toContainEqual([
      ...['protected_mention', 'corrections.0.why'],
    ]);
  });

  test('is refused at its time if terms protect it by then, and the desk does not repeat it', async () => {
    const { source, next } = await approveWithSource({ ...rule, attribution: 'on_record' });
    await schedule(next, { corrections });
    const content = SourceContent.parse({ ...contentOf(SourceContent, source), terms: rule });
    await editor.call.editor.sources.save({ id: source.id, seen: source.save, content });
    await publishDue(next.id);
    expect(await read(next.slug)).toMatchObject({ version: 1, corrections: [] });
    const stopped = (await stoppedFor(editor)).find(({ id }) => id === next.id);
    expect(stopped?.refused).toMatchObject({ code: 'protected_mention', message: '' });
    expect(JSON.stringify(stopped)).not.toContain('Qvistorp');
  });
});
