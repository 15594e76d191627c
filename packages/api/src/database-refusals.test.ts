import { newId } from '@viewpoints/db/editorial/new-id';
import { addIssue } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from './testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

test('two participants of one id are refused, and no source is stored', async () => {
  const id = newId();
  const created = editor.call.editor.sources.create({
    slug: 'conversation-of-two',
    kind: 'interview',
    title: 'A conversation',
    terms: { attribution: 'background', disclosure: 'clear' },
    participants: [
      { id, name: 'Ilya Soren', affiliation: '' },
      { id, name: 'Mara Selk', affiliation: '' },
    ],
  });
  expect(await problemIn(created)).toMatchObject({
    code: 'already_exists',
    reasons: [{ code: 'already_exists' }],
  });
  expect(await desk.db.sql(`select 1 from source where slug = 'conversation-of-two'`)).toEqual([]);
});

test('an issue under one of its own is refused, by the rule that it breaks', async () => {
  const above = await addIssue(desk.db.editorial);
  const below = await addIssue(desk.db.editorial, { parentId: above.id });
  const { id, save, ...content } = above;
  const saved = editor.call.editor.issues.save({
    id,
    seen: save,
    content: { ...content, parentId: below.id },
  });
  expect(await problemIn(saved)).toMatchObject({
    code: 'invalid_input',
    reasons: [{ code: 'rule_broken', details: { constraint: 'issue_no_circle' } }],
  });
  expect((await editor.call.editor.issues.get({ id })).parentId).toBeNull();
});
