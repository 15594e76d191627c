import { paragraphs } from '@viewpoints/db/testing/builders';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { encryptedReach } from '../outgoing/guarded-fetch.ts';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  prose,
  publishNew,
  sentence,
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
async function approveNext(change: Partial<ArticleContent>) {
  const { article } = await publishNew(db(), author, publisher);
  desk.moveOn(1);
  return writeNext(article.id, change);
}
async function writeNext(id: string, change: Partial<ArticleContent>) {
  const { article: now } = await editor.call.editor.articles.get({ id });
  const content = { ...articleContentOf(now), ...change };
  await editor.call.editor.articles.save({ id, seen: now.save, content });
  const revisionId = await approve(id, author, publisher);
  return { id, slug: now.slug, revisionId };
}
const read = (slug: string) => desk.nobody.articles.bySlug({ slug });
const publishes = async (id: string) =>
  (
    await desk.db.sql(
      `SELECT FROM audit_record WHERE action = 'article.publish' AND subject_id = $1`,
      [id],
    )
  ).length;

describe('the next version of a live article', () => {
  test('goes out at the time that was set, exactly once, and until then readers have the last one', async () => {
    const { id, slug, revisionId } = await approveNext({ standfirst: 'It rained.' });
    const schedule = { id, revisionId, publishAt: desk.inHours(2), timeZone: 'Europe/London' };
    await publisher.call.editor.articles.schedule(schedule);
    const publishDue = () =>
      publishDueArticle({ editorial: db(), account: null, now: () => desk.clock.now }, id);
    desk.moveOn(1);
    await publishDue();
    expect(await read(slug)).toMatchObject({ version: 1, standfirst: 'Ostrava waits.' });
    desk.moveOn(1);
    await Promise.all([publishDue(), publishDue(), publishDue()]);
    await publishDue();
    expect(await read(slug)).toMatchObject({ version: 2, standfirst: 'It rained.' });
    expect(await publishes(id)).toBe(2);
  });

  test('goes out with the sweep where its job was lost, once', async () => {
    const { id, slug, revisionId } = await approveNext({ standfirst: 'It rained.' });
    const schedule = { id, revisionId, publishAt: desk.inHours(2), timeZone: 'UTC' };
    await publisher.call.editor.articles.schedule(schedule);
    desk.moveOn(30);
    const runSweep = () =>
      sweep({
        ...{ editorial: db(), now: () => desk.clock.now },
        mail: { smtpUrl: null, mailFrom: 'v@reader.example', outboxDirectory: '/nowhere' },
      });
    await runSweep();
    await runSweep();
    expect(await read(slug)).toMatchObject({ version: 2, standfirst: 'It rained.' });
    expect(await publishes(id)).toBe(2);
  });

  test('that is edited goes off the schedule, and readers keep the last one', async () => {
    const { id, slug, revisionId } = await approveNext({ standfirst: 'It rained.' });
    const schedule = { id, revisionId, publishAt: desk.inHours(2), timeZone: 'UTC' };
    await publisher.call.editor.articles.schedule(schedule);
    const { article } = await editor.call.editor.articles.get({ id });
    const content = { ...articleContentOf(article), standfirst: 'It poured.' };
    await editor.call.editor.articles.save({ id, seen: article.save, content });
    desk.moveOn(3);
    await publishDueArticle({ editorial: db(), account: null, now: () => desk.clock.now }, id);
    expect(await read(slug)).toMatchObject({ version: 1 });
  });
});

describe('a minor change', () => {
  const publishMinor = ({ id, revisionId }: { id: string; revisionId: string }) =>
    publisher.call.editor.articles.publish({ id, revisionId, minor: true });
  const outsideJobs = async (id: string) =>
    (
      await desk.db.sql(
        `SELECT FROM graphile_worker._private_jobs JOIN graphile_worker._private_tasks t ON t.id = task_id
         WHERE t.identifier IN ('ping_hub', 'submit_addresses') AND payload ->> 'articleId' = $1`,
        [id],
      )
    ).length;
  beforeEach(() => {
    const instance = publisher.context.instance;
    instance.externalServices = {
      webSubHub: 'https://hub.example/',
      indexNow: null,
      linkChecks: null,
      webhooks: encryptedReach,
    };
  });

  test('is listed among the versions, moves no date, and sends no notifications', async () => {
    const opening = 'Three valleys share one river, and none of them has a map of it.';
    const first = await approveNext({ body: paragraphs(opening, ...prose) });
    const { id: firstId, revisionId: major } = first;
    await publisher.call.editor.articles.publish({ id: firstId, revisionId: major });
    desk.moveOn(1);
    const next = await writeNext(first.id, {
      body: paragraphs(opening.replace('one river', 'a river'), ...prose),
    });
    const before = await read(next.slug);
    await desk.db.sql('DELETE FROM graphile_worker._private_jobs');
    await publishMinor(next);
    const after = await read(next.slug);
    expect(after).toMatchObject({ version: 3, revisedAt: before.revisedAt });
    expect(after.text).toContain('a river');
    expect(after.versions).toMatchObject([
      { number: 3, at: desk.clock.now.toISOString(), minor: true },
      { number: 2, minor: false },
      { number: 1, minor: false },
    ]);
    expect(await outsideJobs(next.id)).toBe(0);

    // Rebuilt, it is still a minor change, and the version after it has a date of its own.
    await publisher.call.editor.articles.redact({
      ...{ id: next.id, redaction: { what: 'note', number: 3 } },
    });
    expect(await read(next.slug)).toMatchObject({ revisedAt: before.revisedAt });
    desk.moveOn(1);
    const { id, revisionId } = await writeNext(next.id, { standfirst: 'It poured.' });
    await publisher.call.editor.articles.publish({ id, revisionId });
    expect(await read(next.slug)).toMatchObject({ revisedAt: desk.clock.now.toISOString() });
    expect(await outsideJobs(next.id)).toBe(1);
  });

  test('is refused where it touches words that a finding rests on, and nothing goes out', async () => {
    const next = await approveNext({
      body: paragraphs(prose[0] ?? '', `Nobody says that ${sentence}`, prose[2] ?? ''),
    });
    expect(await reasonsIn(publishMinor(next))).toEqual(['minor_touches_finding']);
    expect(await read(next.slug)).toMatchObject({ version: 1 });
  });

  test('may change the words of a finding that was withdrawn since', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    await publisher.call.editor.findings.withdraw({ id: finding.id, why: 'The speaker asked.' });
    desk.moveOn(1);
    const next = await writeNext(article.id, {
      body: paragraphs(prose[0] ?? '', `Nobody says that ${sentence}`, prose[2] ?? ''),
    });
    await publishMinor(next);
    expect(await read(article.slug)).toMatchObject({ version: 2, findings: [] });
  });

  test('touches words of a finding by that finding’s own state, whatever others there are', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    const { id, slug } = article;
    const other = 'The talks go on.';
    const between = 'Three valleys share one river, and none of them has a map of it.';
    const bodyOf = (first: string, last: string) =>
      paragraphs(prose[0] ?? '', first, between, last);
    const saved = await author.call.editor.articles.save({
      ...{ id, seen: (await author.call.editor.articles.get({ id })).article.save },
      content: { ...articleContentOf(article), body: bodyOf(sentence, other) },
    });
    await author.call.editor.findings.propose({
      ...{ articleId: id, seen: saved.article.save },
      content: findingContent(saved.article, { exact: other, proposition: other }),
    });
    await publisher.call.editor.articles.publish({
      ...{ id, revisionId: await approve(id, author, publisher) },
    });
    await publisher.call.editor.findings.withdraw({ id: finding.id, why: 'The speaker asked.' });
    desk.moveOn(1);
    const kept = await writeNext(id, { body: bodyOf(sentence, `Nobody says that ${other}`) });
    expect(await reasonsIn(publishMinor(kept))).toEqual(['minor_touches_finding']);
    await publishMinor(await writeNext(id, { body: bodyOf('Nobody came.', other) }));
    expect((await read(slug)).findings).toMatchObject([{ proposition: other }]);
  });

  test('is refused where it changes who wrote it', async () => {
    const next = await approveNext({ byline: { kind: 'none', reason: 'By the desk.' } });
    expect(await reasonsIn(publishMinor(next))).toEqual(['minor_changes_field']);
  });

  test('is refused for what is not out yet', async () => {
    const { article } = await publishNew(db(), author, publisher);
    await publisher.call.editor.articles.archive({ id: article.id });
    await publisher.call.editor.articles.restore({ id: article.id });
    const revisionId = await approve(article.id, author, publisher);
    expect(await reasonsIn(publishMinor({ id: article.id, revisionId }))).toContain(
      'minor_needs_live',
    );
  });
});
