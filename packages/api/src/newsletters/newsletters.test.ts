import { addSource } from '@viewpoints/db/testing/builders';
import type { NewsletterItem } from '@viewpoints/domain/newsletters/newsletter';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
let other: Person;
let publisher: Person;
let articleId: string;
beforeAll(async () => {
  desk = await openTestDesk();
  [editor, other, publisher] = [
    await desk.person('editor'),
    await desk.person('editor'),
    await desk.person('publisher'),
  ];
  for (const { context } of [editor, other, publisher])
    context.instance.smtpUrl = 'smtp://127.0.0.1:1';
  const author = await desk.person('contributor');
  articleId = (await publishNew(desk.db.editorial, author, publisher)).article.id;
  await addSource(desk.db.editorial, {
    ...{ slug: 'a-talk', kind: 'interview', title: 'A talk in the port' },
    terms: { attribution: 'deep_background', disclosure: 'red' },
    participants: [participant('Ilya Marek', 'Delta Navigation Board')],
  });
  await offer(['en']);
}, 60_000);
afterAll(() => desk.close());
beforeEach(() => offer(['en']));

const offer = (languages: string[]) =>
  desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, newsletter_languages)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true, $1)
     on conflict (id) do update set newsletter_languages = $1, four_eyes = true`,
    [languages],
  );
const participant = (name: string, affiliation = '') => ({
  ...{ id: crypto.randomUUID(), name, affiliation, alsoProtected: [] },
});
const subject = 'The harbour in May';
const anArticle = (): NewsletterItem => ({ kind: 'article', id: articleId });
const words = (text: string): NewsletterItem => ({ kind: 'text', text });
const calls = ({ call }: Person) => call.editor.newsletters;

async function written(
  items: NewsletterItem[] = [anArticle()],
  given: { subject?: string; preheader?: string } = {},
): Promise<{ id: string; seen: number }> {
  const content = { subject, preheader: '', language: 'en', items, ...given };
  const { id, save } = await calls(editor).create({ subject, language: 'en' });
  const { save: seen } = await calls(editor).save({ id, seen: save, content });
  return { id, seen };
}
async function approved(): Promise<{ id: string; seen: number }> {
  const made = await written();
  await calls(editor).submit(made);
  await calls(publisher).approve(made);
  return made;
}
const read = async (id: string) => (await calls(editor).get({ id })).newsletter;
const soon = () => {
  const minute = 60_000;
  return new Date((Math.ceil(desk.clock.now.getTime() / minute) + 60) * minute).toISOString();
};

describe('protected names', () => {
  test.each([
    ['newsletter.subject', { subject: 'What Ilya Marek told us' }, [] as NewsletterItem[]],
    ['newsletter.preheader', { preheader: 'With I. Marek, Ilya' }, []],
    ['newsletter.items.1.text', {}, [words('As Marek, Ilya said in the port.')]],
    ['newsletter.items', { subject: 'On the Delta', preheader: 'Navigation Board votes' }, []],
  ])('are found in %s when it is submitted', async (at, given, items) => {
    const made = await written([anArticle(), ...items], given);
    const [code, ...reasons] = await refusalOf(desk, () => calls(editor).submit(made));
    expect(code).toBe('refused');
    expect(reasons.map(([, place]) => place)).toContain(at);
    expect(reasons[0]?.[0]).toMatch(/^(possible_)?protected_mention$/);
    const { problems } = await calls(editor).get({ id: made.id });
    expect(problems.map((each) => each.at)).toContain(at);
    // The same words leave the house by a test.
    const [problem] = await refusalOf(desk, () => calls(editor).test({ id: made.id }));
    expect(problem).toBe('refused');
  });

  test('that terms protect since an approval keep a newsletter from being approved and scheduled', async () => {
    const made = await written([anArticle(), words('Petra Olsen was there.')]);
    await calls(editor).submit(made);
    const source = await addSource(desk.db.editorial, {
      ...{ slug: 'another-talk', kind: 'interview' },
      terms: { attribution: 'deep_background', disclosure: 'red' },
      participants: [participant('Petra Olsen')],
    });
    const why = [['protected_mention', 'newsletter.items.1.text']];
    const approve = () => calls(publisher).approve(made);
    expect(await refusalOf(desk, approve)).toEqual(['refused', ...why]);
    await desk.db.sql('update source_participant set name = $2 where source_id = $1', [
      ...[source.id, 'Somebody Else'],
    ]);
    await approve();
    await desk.db.sql('update source_participant set name = $2 where source_id = $1', [
      ...[source.id, 'Petra Olsen'],
    ]);
    const schedule = () => calls(publisher).schedule({ ...made, sendAt: soon(), timeZone: 'UTC' });
    expect(await refusalOf(desk, schedule)).toEqual(['refused', ...why]);
  });
});

describe('an approval', () => {
  test('is by somebody who wrote nothing of it, and the refusal names who may', async () => {
    const made = await written();
    await calls(editor).submit(made);
    const { code, reasons } = await problemIn(calls(editor).approve(made));
    expect(code).toBe('not_permitted');
    expect(reasons[0]?.code).toBe('own_words');
    expect(reasons[0]?.details.people).toEqual(
      expect.arrayContaining([other.account.id, publisher.account.id]),
    );
    expect(await calls(other).approve(made)).toMatchObject({ state: 'approved' });
  });

  test('is refused to whoever changed a word or the order, also when it is changed back', async () => {
    const made = await written([anArticle(), words('One.')]);
    const content = { subject, preheader: '', language: 'en', items: [words('One.'), anArticle()] };
    await calls(other).save({ id: made.id, seen: made.seen, content });
    const back = { ...content, items: [anArticle(), words('One.')] };
    const { save: seen } = await calls(editor).save({
      id: made.id,
      seen: made.seen + 1,
      content: back,
    });
    await calls(editor).submit({ id: made.id, seen });
    const refused = await problemIn(calls(other).approve({ id: made.id, seen }));
    expect(refused.reasons[0]?.code).toBe('own_words');
  });

  test('is of what was read, and an edit voids it with the schedule', async () => {
    const made = await approved();
    const stale = await problemIn(
      calls(publisher).schedule({ ...made, seen: made.seen - 1, sendAt: null, timeZone: 'UTC' }),
    );
    expect(stale.code).toBe('stale');
    await calls(publisher).schedule({ ...made, sendAt: soon(), timeZone: 'UTC' });
    expect(await read(made.id)).toMatchObject({ state: 'scheduled', sendAt: soon() });
    const content = { subject: 'Another', preheader: '', language: 'en', items: [anArticle()] };
    await calls(other).save({ ...made, content });
    expect(await read(made.id)).toMatchObject({
      ...{ state: 'draft', approvedBy: null, sendAt: null },
      authorIds: [editor.account.id, other.account.id].sort(),
    });
  });

  test('alone is recorded where four eyes are off', async () => {
    await desk.db.sql('update journal set four_eyes = false');
    const made = await written();
    await calls(editor).submit(made);
    await calls(editor).approve(made);
    const [row] = await desk.db.sql<{ details: unknown }>(
      `select details from audit_record where action = 'newsletter.approve' and subject_id = $1`,
      [made.id],
    );
    expect(row?.details).toEqual({ fourEyes: false });
  });
});

test('of two who edit at once the second is refused and loses nothing', async () => {
  const made = await written();
  const content = { subject, preheader: 'First', language: 'en', items: [anArticle()] };
  await calls(editor).save({ ...made, content });
  const second = () => calls(other).save({ ...made, content: { ...content, preheader: 'Second' } });
  expect(await refusalOf(desk, second)).toEqual(['stale', ['stale', null]]);
  expect(await read(made.id)).toMatchObject({ preheader: 'First', save: made.seen + 1 });
});

test('nothing is submitted without an article or a finding, or from another state', async () => {
  const empty = await written([words('Hello.')]);
  expect(await refusalOf(desk, () => calls(editor).submit(empty))).toEqual([
    'refused',
    ['newsletter_empty', 'newsletter.items'],
  ]);
  const approve = () => calls(publisher).approve(empty);
  expect(await refusalOf(desk, approve)).toEqual(['refused', ['newsletter_state', null]]);
});

test('sending back says why, and takes the approval with it', async () => {
  const made = await approved();
  await calls(other).sendBack({ ...made, note: 'Too long.' });
  expect(await read(made.id)).toMatchObject({
    ...{ state: 'draft', sentBack: 'Too long.', approvedBy: null },
  });
});

describe('a schedule', () => {
  test('is refused with every reason', async () => {
    const made = await approved();
    await offer(['fr']);
    const at = (sendAt: string) => () =>
      calls(publisher).schedule({ ...made, sendAt, timeZone: 'UTC' });
    const notOffered = ['newsletter_not_offered', 'newsletter.language'];
    expect(await refusalOf(desk, at('2019-01-01T00:00:00.000Z'))).toEqual([
      ...['refused', ['send_at_past', 'sendAt'], notOffered],
    ]);
    await offer(['en']);
    expect(await refusalOf(desk, at('2031-01-01T00:00:01.000Z'))).toEqual([
      'refused',
      ['send_at_minute', 'sendAt'],
    ]);
    publisher.context.instance.smtpUrl = null;
    expect(await refusalOf(desk, at(soon()))).toEqual(['refused', ['no_mail_server', null]]);
    publisher.context.instance.smtpUrl = 'smtp://127.0.0.1:1';
  });

  test('is taken back without the approval, and keeps the newsletter from being deleted', async () => {
    const made = await approved();
    await calls(publisher).schedule({ ...made, sendAt: soon(), timeZone: 'UTC' });
    const remove = () => calls(editor).remove({ id: made.id });
    expect(await refusalOf(desk, remove)).toEqual(['refused', ['newsletter_state', null]]);
    await calls(publisher).unschedule({ id: made.id });
    expect(await read(made.id)).toMatchObject({ state: 'approved', sendAt: null });
    await remove();
    expect((await problemIn(read(made.id))).code).toBe('not_found');
  });
});

test('a preview names what readers cannot see, and writes nothing', async () => {
  const draft = await editor.call.editor.articles.create({ headline: 'Not out yet' });
  const made = await written([
    anArticle(),
    { kind: 'article', id: draft.id },
    words('<b>Ports</b>'),
  ]);
  const { html, text, leftOut } = await calls(other).preview({ id: made.id });
  expect(leftOut).toEqual([{ kind: 'article', id: draft.id }]);
  expect(html + text).not.toContain('Not out yet');
  expect(html).toContain('&lt;b&gt;Ports&lt;/b&gt;');
  expect(text).toContain('Before the rains');
});

test('a test that the mail server does not take says so', async () => {
  const made = await written();
  const { reasons } = await problemIn(calls(editor).test({ id: made.id }));
  expect(reasons[0]?.code).toBe('test_not_sent');
});
