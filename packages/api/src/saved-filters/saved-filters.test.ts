import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSavedFilter, lockSavedFilters } from '@viewpoints/db/editorial/saved-filters';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { maximumSavedFilters } from '@viewpoints/domain/desk/saved-filter';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
let colleague: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  colleague = await desk.person('editor');
});
afterAll(() => desk.close());

const of = (person: Person) => person.call.editor.savedFilters;
const filter = [
  { name: 'state', value: 'draft' },
  { name: 'q', value: 'delta' },
];
const drafts = { list: 'articles' as const, name: 'Drafts', filter };

test('a filter is stored for its list and its account alone', async () => {
  const saved = await of(editor).save(drafts);
  expect(await of(editor).list({ list: 'articles' })).toEqual([{ ...drafts, id: saved.id }]);
  expect(await of(editor).list({ list: 'findings' })).toEqual([]);
  expect(await of(colleague).list({ list: 'articles' })).toEqual([]);
  const { id } = saved;
  expect(await reasonsIn(of(colleague).rename({ id, name: 'Mine' }))).toEqual(['not_found']);
  expect(await reasonsIn(of(colleague).remove({ id }))).toEqual(['not_found']);
  expect(await of(editor).list({ list: 'articles' })).toHaveLength(1);

  // Names that others chose do not block.
  await of(colleague).save(drafts);
  await of(editor).save({ ...drafts, list: 'findings' });
});

test('it is renamed to a name that is free, and removed', async () => {
  const one = await of(editor).save({ ...drafts, name: 'One' });
  const two = await of(editor).save({ ...drafts, name: 'Two' });
  expect(await reasonsIn(of(editor).save({ ...drafts, name: 'One' }))).toEqual(['filter_exists']);
  expect(await reasonsIn(of(editor).rename({ id: two.id, name: 'One' }))).toEqual([
    'filter_exists',
  ]);
  expect(await of(editor).rename({ id: one.id, name: 'One' })).toEqual(one);
  await of(editor).rename({ id: two.id, name: '2' });
  await of(editor).remove({ id: one.id });
  const names = (await of(editor).list({ list: 'articles' })).map(({ name }) => name);
  expect(names).toEqual(['2', 'Drafts']);
});

test('number and size are bounded, for two calls at once too', { timeout: 30_000 }, async () => {
  const kept = (await of(colleague).list({ list: 'media' })).length;
  const save = (name: string) => of(colleague).save({ list: 'media', name, filter });
  for (let index = kept; index < maximumSavedFilters - 1; index += 1) await save(`No. ${index}`);
  const accountId = colleague.account.id;
  await desk.db.editorial
    .$transaction(async (tx) => {
      await lockSavedFilters(tx, accountId);
      const late = reasonsIn(save('late'));
      await waitForWaiting(desk.db, 1);
      const row = { list: 'media' as const, name: 'in time', filter, id: newId() };
      await insertSavedFilter(tx, accountId, { filter: row, at: new Date() });
      return { late };
    })
    .then(async ({ late }) => expect(await late).toEqual(['too_many_filters']));
  expect(await reasonsIn(save('z'))).toEqual(['too_many_filters']);

  for (const filter of [
    ...[[], Array.from({ length: 21 }, () => ({ name: 'q', value: 'x' }))],
    ...[[{ name: 'state', value: '' }], [{ name: 'q&x', value: 'y' }]],
    [{ name: 'q', value: 'x'.repeat(301) }],
  ])
    expect((await problemIn(of(editor).save({ ...drafts, name: 'x', filter }))).code).toBe(
      'invalid_input',
    );
});
