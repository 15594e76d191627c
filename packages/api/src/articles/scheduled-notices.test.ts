import type { Redaction } from '@viewpoints/domain/exposures/redaction';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDue } from '../jobs/publish-due.ts';
import { publishReleaseJob } from '../jobs/publish-release-job.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approveChange, approveNextVersion, sentence } from '../testing/written-article.ts';

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

const articles = () => publisher.call.editor.articles;

type Notice = NonNullable<
  Parameters<Person['call']['editor']['articles']['schedule']>[0]['corrections']
>[number];
const notice = (given: Partial<Notice> = {}): Notice => ({
  ...{ why: 'A name was misspelt.', severity: 'correction', ...given },
});

/** A live article whose next version is approved, and how it is scheduled. */
async function approveNext() {
  const next = await approveNextVersion(desk, people(), { standfirst: 'It rained.' });
  return { ...next, schedule: (...corrections: Notice[]) => scheduleOf(next, corrections) };
}
const people = () => ({ author, editor, publisher });
const scheduleOf = (
  { id, revisionId }: { id: string; revisionId: string },
  corrections: Notice[],
) =>
  articles().schedule({
    ...{ id, revisionId, publishAt: desk.inHours(2), timeZone: 'UTC', corrections },
  });

/** An article whose second version was published with a notice; its third is approved. */
async function correctOnce() {
  const first = await approveNext();
  const { id, findingId } = first;
  const said = { was: 'Two wells.', now: 'Three.', why: 'Miscounted.' };
  const miscounted = notice({ ...said, findingId });
  await articles().correct({ id, corrections: [miscounted] });
  desk.moveOn(1);
  const revisionId = await approveChange(id, people(), { standfirst: 'It snowed.' });
  const schedule = (...corrections: Notice[]) => scheduleOf({ id, revisionId }, corrections);
  return { ...first, schedule };
}
const firstNotice = async (slug: string) => (await read(slug)).corrections[0]?.id ?? '';

/** Runs the job at the time of the schedule. */
async function comeDue(articleId: string): Promise<void> {
  desk.moveOn(3);
  await publishDue(jobs(), { articleId });
}
const jobs = () => ({
  editorial: desk.db.editorial,
  mail: { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: '' },
  now: () => desk.clock.now,
});

const withdraw = (id: string) =>
  publisher.call.editor.findings.withdraw({ id, why: 'Somebody may be recognised.' });
const read = (slug: string) => desk.nobody.articles.bySlug({ slug });
const stopped = async (id: string) =>
  (await editor.call.editor.desk()).stoppedArticles.find((each) => each.id === id);
const actions = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    'SELECT action, details FROM audit_record WHERE subject_id = $1 ORDER BY at DESC, id DESC',
    [id],
  );

/** Everything readers have of notices, in every place. */
const publicNotices = async (slug: string) =>
  JSON.stringify([await read(slug), await desk.nobody.corrections.list({})]);

describe('a finding that is withdrawn while notices are scheduled', () => {
  test.each([
    ['named by a notice', (findingId: string) => notice({ findingId, was: 'June', now: 'May' })],
    ['repeated in what was', () => notice({ was: `“${sentence.toUpperCase()}”`, now: 'Nothing.' })],
    ['repeated in the reason', () => notice({ why: `We wrote: ${sentence}` })],
  ])('%s: that notice is removed, and the desk shows why', async (_, write) => {
    const next = await approveNext();
    const left = notice({ why: 'The third well was left out.' });
    await next.schedule(write(next.findingId), left);
    desk.moveOn(1);
    await withdraw(next.findingId);
    expect((await articles().get({ id: next.id })).scheduled).toMatchObject({
      ...{ corrections: [left], refused: { code: 'withdrawn_words' } },
    });
    expect(await stopped(next.id)).toMatchObject({ refused: { code: 'withdrawn_words' } });
    expect((await actions(next.findingId))[0]).toMatchObject({
      ...{ action: 'finding.withdraw', details: { scheduledNotices: 1 } },
    });
    expect((await actions(next.id))[0]).toMatchObject({
      ...{ action: 'article.unschedule', details: { code: 'withdrawn_words' } },
    });
    await comeDue(next.id);
    expect(await read(next.slug)).toMatchObject({ version: 1, corrections: [] });
    expect(await publicNotices(next.slug)).not.toMatch(/June|Nothing\.|We wrote/);
    expect(JSON.stringify(await desk.db.sql('SELECT * FROM scheduled_version'))).not.toContain(
      next.findingId,
    );
  });

  test('leaves a notice that does not repeat it on the schedule', async () => {
    const next = await approveNext();
    await next.schedule(notice());
    await withdraw(next.findingId);
    expect(await stopped(next.id)).toBeUndefined();
    await comeDue(next.id);
    expect(await read(next.slug)).toMatchObject({
      ...{ version: 2, corrections: [{ why: 'A name was misspelt.' }] },
    });
  });

  test('is removed from stored notices of an unscheduled version too', async () => {
    const next = await approveNext();
    await next.schedule(notice({ findingId: next.findingId }), notice());
    await articles().unschedule({ id: next.id });
    const { effects } = await publisher.call.editor.findings.effects({ id: next.findingId });
    expect(effects.map(({ kind }) => kind)).not.toContain('version_unscheduled');
    await withdraw(next.findingId);
    expect((await articles().get({ id: next.id })).scheduled).toMatchObject({
      ...{ corrections: [notice({ was: '', now: '', findingId: null })], refused: null },
    });
  });

  test('may be named in a notice that is scheduled afterwards', async () => {
    const next = await approveNext();
    await withdraw(next.findingId);
    desk.moveOn(1);
    await next.schedule(notice({ findingId: next.findingId }));
    await comeDue(next.id);
    expect((await read(next.slug)).corrections).toMatchObject([{ findingId: next.findingId }]);
  });

  test('has a preview that lists the notices that would be removed', async () => {
    const next = await approveNext();
    const repeated = notice({ findingId: next.findingId, why: 'It was June.' });
    await next.schedule(repeated, notice());
    const { effects } = await publisher.call.editor.findings.effects({ id: next.findingId });
    expect(effects.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['version_unscheduled', ''],
      ['scheduled_notice_removed', 'It was June.'],
    ]);
    const retraction = await articles().effects({ id: next.id, why: 'It was invented.' });
    expect(retraction.effects.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(['It was June.', 'A name was misspelt.']),
    );
  });

  test('stops the release that the article is scheduled with', async () => {
    const next = await approveNext();
    const { releases } = publisher.call.editor;
    const { id, save } = await editor.call.editor.releases.create({ name: 'Rain' });
    await editor.call.editor.releases.save({ id, seen: save, name: 'Rain', articleIds: [next.id] });
    await next.schedule(notice({ findingId: next.findingId }));
    await releases.schedule({ id, publishAt: desk.inHours(2), timeZone: 'UTC' });
    await withdraw(next.findingId);
    desk.moveOn(3);
    await publishReleaseJob(jobs(), { releaseId: id });
    expect((await releases.get({ id })).articles).toMatchObject([{ refusedCode: 'not_scheduled' }]);
    expect(await read(next.slug)).toMatchObject({ version: 1, corrections: [] });
  });
});

describe('what is redacted while notices are scheduled', () => {
  const redact = (id: string, redaction: Redaction) => articles().redact({ id, redaction });

  test.each<[string, Notice, (next: { id: string; slug: string; findingId: string }) => unknown]>([
    [
      ...(['a notice', notice({ was: 'There were two wells, we wrote.' })] as const),
      async ({ id, slug }) => redact(id, { what: 'notice', noticeId: await firstNotice(slug) }),
    ],
    [
      ...(['the notice of a withdrawn finding', notice({ why: 'Once more miscounted.' })] as const),
      ({ findingId }) => withdraw(findingId),
    ],
    [
      ...(['the note of a version', notice({ why: 'Again: miscounted' })] as const),
      ({ id }) => redact(id, { what: 'note', number: 2 }),
    ],
    [
      ...(['an earlier version', notice({ was: 'ostrava waits' })] as const),
      ({ id }) => redact(id, { what: 'version', number: 1 }),
    ],
  ])('%s: a notice that repeats it is removed', async (_, repeating, take) => {
    const next = await correctOnce();
    const left = notice({ was: 'It rained.', now: 'It snowed.' });
    await next.schedule(repeating, left);
    await take(next);
    const { scheduled } = await articles().get({ id: next.id });
    expect(scheduled).toMatchObject({
      ...{ corrections: [left], refused: { code: 'withdrawn_words' } },
    });
    expect((await actions(next.id)).map(({ action }) => action)).toContain('article.unschedule');
    await comeDue(next.id);
    expect((await read(next.slug)).version).toBe(2);
  });

  test('leaves notices that do not repeat it on the schedule', async () => {
    const next = await correctOnce();
    await next.schedule(notice({ was: 'It rained.', now: 'It snowed.' }));
    await articles().redact({ id: next.id, redaction: { what: 'version', number: 1 } });
    const noticeId = await firstNotice(next.slug);
    await articles().redact({ id: next.id, redaction: { what: 'notice', noticeId } });
    await comeDue(next.id);
    expect(await read(next.slug)).toMatchObject({ version: 3, corrections: [{}, {}] });
  });
});

describe('a notice that repeats what was withdrawn or redacted after it was written', () => {
  test.each<[string, Notice, (next: Awaited<ReturnType<typeof correctOnce>>) => unknown]>([
    ['a withdrawn finding', notice({ was: sentence }), ({ findingId }) => withdraw(findingId)],
    [
      ...(['a redacted notice', notice({ was: 'Two wells.' })] as const),
      async ({ id, slug }) => {
        const noticeId = await firstNotice(slug);
        await articles().redact({ id, redaction: { what: 'notice', noticeId } });
      },
    ],
  ])('is refused at its time (%s)', async (_, repeating, take) => {
    const next = await correctOnce();
    const before = desk.clock.now.toISOString();
    desk.moveOn(1);
    await take(next);
    desk.moveOn(1);
    await next.schedule(repeating);
    await desk.db.sql('UPDATE scheduled_version SET set_at = $2 WHERE article_id = $1', [
      ...[next.id, before],
    ]);
    await comeDue(next.id);
    expect((await read(next.slug)).version).toBe(2);
    expect(await stopped(next.id)).toMatchObject({ refused: { code: 'withdrawn_words' } });
  });
});
