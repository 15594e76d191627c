import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle, addFinding, addSource, addWaiver } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { contentOf } from '@viewpoints/domain/content-of';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

const sources = () => editor.call.editor.sources;
const add = (given: Parameters<typeof addSource>[1] = {}) => addSource(desk.db.editorial, given);
const participant = (name: string) => ({ id: newId(), name, affiliation: 'Harbour office' });
const background = { attribution: 'background', disclosure: 'clear' } as const;
/** Saves a source as it is but for what is given. */
const save = (source: Source, given: Partial<SourceContent>) =>
  sources().save({
    ...{ id: source.id, seen: source.save },
    content: { ...contentOf(SourceContent, source), ...given },
  });
const recordsOf = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    'select action, details from audit_record where subject_id = $1 order by action',
    [id],
  );

describe('the list of sources', () => {
  test('has those that contain every word, in title, publisher or slug', async () => {
    const both = await add({ title: 'The gauge at Halden', publisher: 'River board' });
    const slug = await add({ slug: 'halden-river-minutes', title: 'Minutes' });
    await add({ title: 'The river Osk' });
    const found = await sources().list({ q: 'RIVER halden' });
    expect(found.items.map(({ id }) => id).toSorted()).toEqual([both.id, slug.id].toSorted());
  });

  test('is narrowed by kind, terms and day, put in order and counted', async () => {
    const found = async (input: object) =>
      (await sources().list({ q: 'sluice', ...input })).items.map(({ title }) => title);
    const late = await add({ title: 'A sluice', kind: 'event', terms: background });
    const early = await add({ title: 'B sluice', kind: 'report' });
    for (const [{ id }, updatedAt] of [
      ...[
        [late, '2021-06-02T00:00:00.000Z'] as const,
        [early, '2021-06-01T23:59:59.999Z'] as const,
      ],
    ])
      await desk.db.editorial.source.update({
        where: { id },
        data: { updatedAt: new Date(updatedAt) },
      });
    for (const filter of [
      ...[{ kind: 'event' }, { terms: 'background' }, { from: '2021-06-02' }],
      { from: '2021-06-02', to: '2021-06-02' },
    ])
      expect(await found(filter), JSON.stringify(filter)).toEqual(['A sluice']);
    expect(await found({ to: '2021-06-01' })).toEqual(['B sluice']);
    for (const order of ['newest', 'oldest', 'name'] as const) {
      const inOrder = order === 'oldest' ? ['B sluice', 'A sluice'] : ['A sluice', 'B sluice'];
      const page = await sources().list({ q: 'sluice', order, limit: 1, counted: true });
      expect(page).toMatchObject({ items: [{ title: inOrder[0] }], count: 2 });
      expect(await found({ cursor: page.nextCursor }), order).toEqual(inOrder.slice(1));
    }
  });

  test('counts what rests on a source, and names nobody who took part', async () => {
    const selk = participant('Mara Selk');
    const source = await add({ title: 'A talk of two', terms: background, participants: [selk] });
    const by = editor.account.id;
    const article = await addArticle(desk.db.editorial, { by, sourceIds: [source.id] });
    await addFinding(desk.db.editorial, article, {
      by,
      attribution: {
        ...{ sourceId: source.id, terms: 'background', participantId: selk.id },
        descriptor: 'an official',
      },
    });
    const { items } = await sources().list({ q: 'talk of two' });
    expect(items).toMatchObject([{ id: source.id, findingCount: 1, articleCount: 1 }]);
    expect(JSON.stringify(items)).not.toContain('Selk');
  });
});

describe('a source', () => {
  test('that does not exist is not found, whatever the call', async () => {
    const id = newId();
    const content = contentOf(SourceContent, await add());
    const waiver = { covers: 'identity' as const, grantedBy: 'Selk', basis: 'a letter' };
    const grantedAt = desk.clock.now.toISOString();
    for (const call of [
      () => sources().get({ id }),
      () => sources().save({ id, seen: 1, content }),
      () => sources().effects({ id, seen: 1, content }),
      () => sources().remove({ id }),
      () => sources().change.confirm({ id }),
      () => sources().change.discard({ id }),
      () => sources().waivers.record({ sourceId: id, participantId: null, ...waiver, grantedAt }),
    ])
      expect(await refusalOf(desk, call)).toEqual(['not_found', ['not_found', null]]);
  });

  test('saved as it is already is no change, whatever save it was made on', async () => {
    const source = await add();
    const saved = await save({ ...source, save: 7 }, {});
    expect(saved.save).toBe(1);
    expect(await recordsOf(source.id)).toEqual([]);
  });

  test.each(['issued', 'released'] as const)(
    'takes a date of %s that can be read, and is not asked about an older one',
    async (field) => {
      const source = await add();
      await desk.db.sql(`update source set ${field} = '2020-13' where id = $1`, [source.id]);
      const stored = await sources().get({ id: source.id });
      const other = () => save(stored, { [field]: '2020-14' });
      expect(await refusalOf(desk, other)).toEqual([
        'refused',
        ['date_invalid', `content.${field}`],
      ]);
      const saved = await save(stored, { title: 'Another title' });
      expect([saved.title, saved[field]]).toEqual(['Another title', '2020-13']);
    },
  );

  test('does not remove a participant whom a waiver names', async () => {
    const soren = participant('Ilya Soren');
    const source = await add({ terms: background, participants: [soren] });
    const participantId = soren.id;
    await addWaiver(desk.db.editorial, {
      ...{ sourceId: source.id, recordedBy: editor.account.id, participantId },
    });
    const removeParticipants = () => save(source, { participants: [] });
    expect(await refusalOf(desk, removeParticipants)).toEqual(['in_use', ['in_use', null]]);
  });

  test('is removed where nothing refers to it, and stays where something does', async () => {
    const [free, waived, named] = [await add(), await add(), await add()];
    const by = editor.account.id;
    await addWaiver(desk.db.editorial, { sourceId: waived.id, recordedBy: by });
    await addArticle(desk.db.editorial, { by, sourceIds: [named.id] });
    for (const { id } of [waived, named]) {
      const remove = () => sources().remove({ id });
      expect(await refusalOf(desk, remove)).toEqual(['in_use', ['in_use', null]]);
    }
    expect(await sources().remove({ id: free.id })).toEqual({ id: free.id });
    expect(await recordsOf(free.id)).toEqual([{ action: 'source.remove', details: {} }]);
  });

  test('whose terms are wider than before is so at once where nobody relied on them', async () => {
    const source = await add({ terms: background });
    const terms = { attribution: 'on_record', disclosure: 'clear' } as const;
    expect(await save(source, { terms })).toMatchObject({ terms, waiting: [] });
    expect(await recordsOf(source.id)).toContainEqual({
      action: 'terms.set',
      details: { from: 'background', to: 'on_record', disclosure: 'clear' },
    });
  });
});

describe('what saving a source would do', () => {
  test('is previewed without writing anything', async () => {
    const source = await add({ terms: background, participants: [participant('Ilya Soren')] });
    const before = await digestTables(desk.db);
    const effects = await sources().effects({
      ...{ id: source.id, seen: source.save },
      content: { ...contentOf(SourceContent, source), participants: [] },
    });
    expect(effects).toEqual({ effects: [], articles: 0, waiting: ['participants'] });
    expect(await digestTables(desk.db)).toEqual(before);
  });
});

describe('a change that would stop protecting a participant', () => {
  /** A source whose participant was removed. */
  async function waitingChange() {
    const source = await add({ terms: background, participants: [participant('Ilya Soren')] });
    const saved = await save(source, { participants: [], note: 'Taken off.' });
    return { source, saved };
  }

  test('waits for a second person, while what protects no less is saved', async () => {
    const { source, saved } = await waitingChange();
    expect(saved).toMatchObject({ waiting: ['participants'], note: 'Taken off.', save: 2 });
    expect(saved.participants).toEqual(source.participants);
    const change = await sources().change.get({ id: source.id });
    expect(change).toMatchObject({
      ...{ fields: ['participants'], save: 2, content: { participants: [] } },
      recordedBy: { id: editor.account.id },
    });
  });

  test('is confirmed by another alone, and is made with that', async () => {
    const { id } = (await waitingChange()).source;
    const own = () => sources().change.confirm({ id });
    expect(await refusalOf(desk, own)).toEqual(['not_permitted', ['own_work', null]]);
    const second = await desk.person('editor');
    const confirmed = await second.call.editor.sources.change.confirm({ id });
    expect(confirmed).toMatchObject({ participants: [], save: 3 });
    expect(await sources().change.get({ id })).toBeNull();
    const again = () => second.call.editor.sources.change.confirm({ id });
    expect(await refusalOf(desk, again)).toEqual(['not_found', ['not_found', null]]);
  });

  test('is not confirmed over a save that was made since', async () => {
    const { id } = (await waitingChange()).source;
    await desk.db.sql('update source set save = save + 1 where id = $1', [id]);
    const second = await desk.person('editor');
    const confirm = () => second.call.editor.sources.change.confirm({ id });
    expect(await refusalOf(desk, confirm)).toEqual(['stale', ['stale', null]]);
  });

  test('ends with a save that has nothing to wait for', async () => {
    const { saved } = await waitingChange();
    const { waiting: _, hidden: __, ...source } = saved;
    expect((await save(source, { note: 'They stay.' })).waiting).toEqual([]);
    expect(await sources().change.get({ id: source.id })).toBeNull();
  });

  test('is dropped, also by the one who made it, and the source stays as it is', async () => {
    const { source, saved } = await waitingChange();
    const { id } = source;
    expect(await sources().change.discard({ id })).toEqual({ id });
    expect(await sources().change.get({ id })).toBeNull();
    const kept = await sources().get({ id });
    expect([kept.participants, kept.save]).toEqual([source.participants, saved.save]);
    expect(await recordsOf(id)).toContainEqual({
      action: 'source.edit',
      details: { code: 'change_discarded', fields: 'participants' },
    });
  });
});
