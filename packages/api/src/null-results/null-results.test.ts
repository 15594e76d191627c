import type { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nullResultContent } from '../testing/null-result-changes.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
let other: Person;
let publisher: Person;
let second: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  other = await desk.person('editor');
  publisher = await desk.person('publisher');
  second = await desk.person('publisher');
});
afterAll(() => desk.close());
const fourEyes = (on: boolean) =>
  desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', $1)
     on conflict (id) do update set four_eyes = $1`,
    [on],
  );
beforeEach(() => fourEyes(true));

const calls = ({ call }: Person) => call.editor.nullResults;
const why = 'The archive of 2020 was not searched.';

async function proposed(by = editor, given: Partial<NullResultContent> = {}) {
  const content = await nullResultContent(desk, given);
  const { id, save: seen } = await calls(by).propose({ content });
  return { id, seen, content };
}
async function verified() {
  const made = await proposed();
  await calls(publisher).verify({ id: made.id, seen: made.seen });
  return made;
}
const read = async (id: string) => (await calls(editor).get({ id })).nullResult;
const out = async (id: string) => {
  const [row] = await desk.db.sql<{ searched: string }>(
    'select searched from published_null_result where id = $1',
    [id],
  );
  return row?.searched ?? null;
};

describe('a proposal', () => {
  test('is before no reader, and is found by its state, actor and issue', async () => {
    const { id, content } = await proposed();
    expect(await read(id)).toMatchObject({ ...content, state: 'proposed', published: null });
    expect(await out(id)).toBeNull();
    const { actorId, issueId } = content;
    const found = async (filter: object) =>
      (await calls(other).list({ limit: 100, ...filter })).items.map((each) => each.id);
    expect(await found({ actor: actorId })).toEqual([id]);
    expect(await found({ issue: issueId, state: 'proposed', isPublic: false })).toEqual([id]);
    expect(await found({ issue: issueId, state: 'published' })).toEqual([]);
    expect(await found({ issue: issueId, isPublic: true })).toEqual([]);
  });

  test.each([
    ['an open end', { asOf: '2020-06/..' }],
    ['no date', { asOf: '' }],
    ['nothing that was searched', { searched: ' ' }],
    ['more than 500 characters', { searched: 'x'.repeat(501) }],
  ])('is refused with %s', async (_, given) => {
    const content = await nullResultContent(desk);
    const { code } = await problemIn(calls(editor).propose({ content: { ...content, ...given } }));
    expect(code).toBe('invalid_input');
  });

  test('is rejected by somebody who wrote nothing of it, and can be proposed again', async () => {
    const { id, seen, content } = await proposed();
    const own = () => calls(editor).reject({ id, seen, why });
    expect(await refusalOf(desk, own)).toEqual(['not_permitted', ['own_words', null]]);
    expect(await calls(other).reject({ id, seen, why })).toMatchObject({
      ...{ state: 'rejected', stateReason: why },
    });
    const again = await calls(editor).save({
      ...{ id, seen, content: { ...content, searched: 'The archive of 2020' } },
    });
    expect(again).toMatchObject({ state: 'proposed', stateReason: '', save: seen + 1 });
  });

  test('is deleted while readers have had nothing of it', async () => {
    const { id } = await proposed();
    await calls(other).remove({ id });
    expect((await problemIn(read(id))).code).toBe('not_found');
    const made = await verified();
    const remove = () => calls(editor).remove({ id: made.id });
    expect(await refusalOf(desk, remove)).toEqual(['refused', ['null_result_state', null]]);
  });
});

describe('a verification', () => {
  test('puts the words before readers, and names who did it', async () => {
    const { id, content } = await verified();
    expect(await out(id)).toBe(content.searched);
    expect(await read(id)).toMatchObject({ state: 'published', published: { asOf: '2020-12' } });
    const rows = await desk.db.sql(
      'select verified_by_id, author_ids, alone from null_result_verification where null_result_id = $1',
      [id],
    );
    expect(rows).toEqual([
      { verified_by_id: publisher.account.id, author_ids: [editor.account.id], alone: false },
    ]);
  });

  test('is by a publisher who wrote none of the words, and the refusal names who may', async () => {
    const { id, seen } = await proposed(publisher);
    const { code, reasons } = await problemIn(calls(publisher).verify({ id, seen }));
    expect([code, reasons[0]?.code]).toEqual(['not_permitted', 'own_words']);
    expect(reasons[0]?.details.people).toEqual([second.account.id]);
    const byEditor = () => calls(other).verify({ id, seen });
    expect(await refusalOf(desk, byEditor)).toEqual(['not_permitted', ['role_missing', null]]);
    await calls(second).verify({ id, seen });
  });

  test('is refused to whoever changed the words last, and to whom they changed for', async () => {
    const { id, seen, content } = await proposed();
    await calls(publisher).save({ id, seen, content: { ...content, asOf: '2020' } });
    const verify = (by: Person) => calls(by).verify({ id, seen: seen + 1 });
    expect((await problemIn(verify(publisher))).reasons[0]?.code).toBe('own_words');
    await verify(second);
    expect(await read(id)).toMatchObject({ asOf: '2020', state: 'published' });
  });

  test('is of what was read', async () => {
    const { id, seen, content } = await proposed();
    await calls(other).save({ id, seen, content: { ...content, searched: 'Elsewhere' } });
    const verify = () => calls(publisher).verify({ id, seen });
    expect(await refusalOf(desk, verify)).toEqual(['stale', ['stale', null]]);
  });

  test('alone is recorded where four eyes are off', async () => {
    await fourEyes(false);
    const { id, seen } = await proposed(publisher);
    await calls(publisher).verify({ id, seen });
    const [row] = await desk.db.sql(
      `select details from audit_record where action = 'null_result.verify' and subject_id = $1`,
      [id],
    );
    expect(row).toEqual({ details: { fourEyes: false } });
  });
});

describe('changed words of one that readers have', () => {
  test('need a second person again, and readers keep the earlier ones until then', async () => {
    const { id, seen, content } = await verified();
    const changed = { ...content, searched: 'Statements and the gazette' };
    expect(await calls(publisher).save({ id, seen, content: changed })).toMatchObject({
      ...{ state: 'proposed', authorIds: [publisher.account.id] },
      published: { searched: content.searched },
    });
    expect(await out(id)).toBe(content.searched);
    const verify = (by: Person) => calls(by).verify({ id, seen: seen + 1 });
    expect((await problemIn(verify(publisher))).reasons[0]?.code).toBe('own_words');
    await verify(second);
    expect(await out(id)).toBe(changed.searched);
  });

  test('leave readers what they have when they are rejected', async () => {
    const { id, seen, content } = await verified();
    await calls(editor).save({ id, seen, content: { ...content, searched: 'Elsewhere' } });
    await calls(other).reject({ id, seen: seen + 1, why });
    expect(await out(id)).toBe(content.searched);
  });

  test('are not a note for the desk', async () => {
    const { id, seen, content } = await verified();
    const noted = await calls(other).save({ id, seen, content: { ...content, note: 'Ask.' } });
    expect(noted).toMatchObject({ state: 'published', save: seen + 1 });
  });
});

test('a withdrawal takes the words away for good, and says why to the desk alone', async () => {
  const { id, seen, content } = await verified();
  const byEditor = () => calls(editor).withdraw({ id, why });
  expect(await refusalOf(desk, byEditor)).toEqual(['not_permitted', ['prepare_only', null]]);
  expect(await calls(publisher).withdraw({ id, why })).toMatchObject({
    ...{ state: 'withdrawn', stateReason: why, published: null },
  });
  expect(await out(id)).toBeNull();
  const edit = () => calls(editor).save({ id, seen, content: { ...content, asOf: '2020' } });
  expect(await refusalOf(desk, edit)).toEqual(['refused', ['null_result_state', null]]);
});

test('of two who edit at once the second is refused and loses nothing', async () => {
  const { id, seen, content } = await proposed();
  await calls(editor).save({ id, seen, content: { ...content, asOf: '2020' } });
  const late = () => calls(other).save({ id, seen, content: { ...content, asOf: '2019' } });
  expect(await refusalOf(desk, late)).toEqual(['stale', ['stale', null]]);
  expect(await read(id)).toMatchObject({ asOf: '2020', save: seen + 1 });
});

test('an actor or issue that a null result names cannot be removed', async () => {
  const { content } = await proposed();
  const remove = () => editor.call.editor.actors.remove({ id: content.actorId });
  expect(await refusalOf(desk, remove)).toEqual(['in_use', ['in_use', null]]);
});

describe('the database', () => {
  const refused = (statement: string, values: unknown[]) =>
    desk.db.sql(statement, values).then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint ?? String(error),
    );

  test('publishes no words that nobody verified, and none of what was withdrawn', async () => {
    const { id } = await verified();
    const change = `update published_null_result set searched = 'Nothing at all' where id = $1`;
    expect(await refused(change, [id])).toBe('published_null_result_verified');
    const redate = `update published_null_result set as_of = '2021' where id = $1`;
    expect(await refused(redate, [id])).toBe('published_null_result_verified');
    const elsewhere = `update published_null_result set register = 'private' where id = $1`;
    expect(await refused(elsewhere, [id])).toBe('published_null_result_verified');
    await desk.db.sql(`update null_result set state = 'withdrawn' where id = $1`, [id]);
    const touch = 'update published_null_result set published_at = now() where id = $1';
    expect(await refused(touch, [id])).toBe('published_null_result_verified');
  });

  test('publishes words that were verified before there were settings, for both and no other', async () => {
    const { id, content } = await proposed();
    const { register: _, note: __, ...words } = content;
    const before = `insert into null_result_verification
        (id, null_result_id, words, author_ids, verified_by_id, verified_at, alone)
      values (gen_random_uuid(), $1, $2, $3, $4, now(), false)`;
    const second = publisher.account.id;
    await desk.db.sql(before, [id, JSON.stringify(words), [editor.account.id], second]);
    const publish = (register: string) =>
      refused(
        `insert into published_null_result
           (id, actor_id, issue_id, searched, as_of, language, register, searched_to, published_at, folded, fold)
         select id, actor_id, issue_id, searched, as_of, language, $2, now(), now(), '', 1
         from null_result where id = $1`,
        [id, register],
      );
    expect(await publish('public')).toBe('published_null_result_verified');
    expect(await publish('both')).toBe('done');
  });

  test('takes no verification by an author, or without one', async () => {
    const { id } = await proposed();
    const verify = `insert into null_result_verification
        (id, null_result_id, words, author_ids, verified_by_id, verified_at, alone)
      values (gen_random_uuid(), $1, '{}', $2, $3, now(), false)`;
    const by = publisher.account.id;
    expect(await refused(verify, [id, [by], by])).toBe('null_result_second_person');
    expect(await refused(verify, [id, [], by])).toBe('null_result_second_person');
    expect(await refused(verify, [id, null, by])).toBe('null_result_second_person');
    expect(await refused(verify, [id, [editor.account.id], by])).toBe('done');
  });
});

test('what is proposed waits on the desk of who may verify it, and of its author', async () => {
  const written = await proposed(other);
  await calls(editor).save({
    ...{ id: written.id, seen: written.seen },
    content: { ...written.content, searched: 'The gazette' },
  });
  const waiting = async (person: Person) => {
    const { awaitingMe, awaitingOthers } = await person.call.editor.desk();
    const has = (list: { id: string }[]) => list.some(({ id }) => id === written.id);
    return [has(awaitingMe.nullResults), has(awaitingOthers.nullResults)];
  };
  const contributor = await desk.person('contributor');
  const stranger = await desk.person('editor');
  expect(await waiting(publisher)).toEqual([true, false]);
  expect(await waiting(editor)).toEqual([false, true]);
  expect(await waiting(other)).toEqual([false, true]);
  for (const person of [contributor, stranger])
    expect(await waiting(person)).toEqual([false, false]);
  const coauthor = await desk.person('publisher');
  await calls(coauthor).save({
    ...{ id: written.id, seen: written.seen + 1 },
    content: { ...written.content, searched: 'The gazette and the archive' },
  });
  expect(await waiting(coauthor)).toEqual([false, true]);
  await calls(publisher).verify({ id: written.id, seen: written.seen + 2 });
  expect(await waiting(publisher)).toEqual([false, false]);
});

test('saved by a program that knows no register, it keeps the one it has', async () => {
  const { id, seen, content } = await proposed(editor, { register: 'private' });
  const { register: _, ...known } = content;
  await calls(editor).save({ id, seen, content: { ...known, note: 'Ask Ines.' } });
  expect(await read(id)).toMatchObject({ register: 'private', note: 'Ask Ines.' });
});
