import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle, addSource } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
let contributor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  contributor = await desk.person('contributor');
});
afterAll(() => desk.close());

const sources = ({ call }: Person) => call.editor.sources;
const terms = { attribution: 'background', disclosure: 'clear' } as const;
const recordsOf = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    'select action, details from audit_record where subject_id = $1 order by action',
    [id],
  );

describe('a waiver', () => {
  const record = (by: Person, sourceId: string, participantId: string | null = null) =>
    sources(by).waivers.record({
      ...{ sourceId, participantId, covers: 'identity', grantedBy: 'Selk', basis: 'a letter' },
      grantedAt: desk.clock.now.toISOString(),
    });

  test('of a person who took no part in the source is not recorded', async () => {
    const selk = { id: newId(), name: 'Mara Selk', affiliation: '' };
    const source = await addSource(desk.db.editorial, { terms, participants: [selk] });
    const other = await addSource(desk.db.editorial, { terms });
    expect(await record(editor, source.id, selk.id)).toMatchObject({ participantId: selk.id });
    const elsewhere = () => record(editor, other.id, selk.id);
    expect(await refusalOf(desk, elsewhere)).toEqual([
      'refused',
      ['participant_unknown', 'participantId'],
    ]);
  });

  test('is signed off by a second person, and only once', async () => {
    const both = await desk.person('editor', 'publisher');
    const { id: sourceId } = await addSource(desk.db.editorial, { terms });
    const { id } = await record(both, sourceId);
    const own = () => sources(both).waivers.signOff({ id });
    expect(await refusalOf(desk, own)).toEqual(['not_permitted', ['own_work', null]]);

    const publisher = await desk.person('publisher');
    const signed = await sources(publisher).waivers.signOff({ id });
    expect(signed.signedOffBy).toBe(publisher.account.id);
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    const third = await desk.person('publisher');
    expect(await sources(third).waivers.signOff({ id })).toEqual(signed);
    expect((await recordsOf(id)).map(({ action }) => action)).toEqual([
      'waiver.record',
      'waiver.sign_off',
    ]);
  });

  test('that does not exist is not signed off', async () => {
    const publisher = await desk.person('publisher');
    const signOff = () => sources(publisher).waivers.signOff({ id: newId() });
    expect(await refusalOf(desk, signOff)).toEqual(['not_found', ['not_found', null]]);
  });
});

describe('a description of a source', () => {
  const describeOne = (articleId: string | null = null) =>
    sources(contributor).describe({ what: 'A talk at the pier', terms: 'No names', articleId });
  const content = (slug: string) => ({ slug, kind: 'interview' as const, title: 'A talk', terms });
  const alreadyResolved = ['refused', ['description_settled', null]];

  test('is for an article that its writer may see, where it is for one', async () => {
    const { id: own } = await addArticle(desk.db.editorial, { by: contributor.account.id });
    const { id: others } = await addArticle(desk.db.editorial, { by: editor.account.id });
    expect((await describeOne(own)).articleId).toBe(own);
    const unknown = () => describeOne(newId());
    expect(await refusalOf(desk, unknown)).toEqual(['not_found', ['not_found', null]]);
    expect((await refusalOf(desk, () => describeOne(others)))[0]).toBe('not_permitted');
  });

  test('becomes a source, and is resolved with that', async () => {
    const { id } = await describeOne();
    const { descriptions } = sources(editor);
    const source = await descriptions.enter({ id, content: content('talk-at-the-pier') });
    expect(await recordsOf(id)).toContainEqual({
      action: 'source.settle_description',
      details: { code: 'entered', sourceId: source.id },
    });
    const again = () => descriptions.enter({ id, content: content('another-talk') });
    expect(await refusalOf(desk, again)).toEqual(alreadyResolved);
    const dismiss = () => descriptions.settle({ id, sourceId: null });
    expect(await refusalOf(desk, dismiss)).toEqual(alreadyResolved);
  });

  test('whose source cannot be entered waits on', async () => {
    const { slug, id: sourceId } = await addSource(desk.db.editorial);
    const { id } = await describeOne();
    const { descriptions } = sources(editor);
    const taken = () => descriptions.enter({ id, content: content(slug) });
    expect(await refusalOf(desk, taken)).toEqual(['already_exists', ['slug_taken', 'slug']]);
    const unknown = () => descriptions.settle({ id, sourceId: newId() });
    expect(await refusalOf(desk, unknown)).toEqual(['not_found', ['not_found', null]]);
    expect(await descriptions.settle({ id, sourceId })).toMatchObject({
      ...{ sourceId, settledBy: editor.account.id },
    });
  });

  test('is dismissed', async () => {
    const { id } = await describeOne();
    const { descriptions } = sources(editor);
    expect(await descriptions.settle({ id, sourceId: null })).toMatchObject({ sourceId: null });
    expect(await recordsOf(id)).toContainEqual({
      action: 'source.settle_description',
      details: { code: 'dismissed', sourceId: null },
    });
  });

  test('that does not exist is not resolved', async () => {
    const resolve = () => sources(editor).descriptions.settle({ id: newId(), sourceId: null });
    expect(await refusalOf(desk, resolve)).toEqual(['not_found', ['not_found', null]]);
  });
});
