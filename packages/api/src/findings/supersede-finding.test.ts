import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { publishNew, writeWithFinding } from '../testing/written-article.ts';

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

describe('a finding that takes the place of another', () => {
  test('has been verified: until then readers see the old one', async () => {
    const { finding: old } = await publishNew(desk.db.editorial, author, publisher);
    const { finding: next } = await writeWithFinding(desk.db.editorial, author);
    const replace = () =>
      publisher.call.editor.findings.supersede({
        oldId: old.id,
        newId: next.id,
        kind: 'correction',
      });
    expect(await problemIn(replace())).toMatchObject({
      code: 'refused',
      reasons: [{ code: 'replacement_not_verified', at: `findings.${next.id}.verified` }],
    });
    expect((await desk.nobody.findings.byId({ id: old.id })).finding.state).toBe('published');

    await editor.call.editor.findings.verify({ id: next.id });
    expect((await replace()).state).toBe('superseded');
  });

  test('is not one that was rejected', async () => {
    const { finding: old } = await publishNew(desk.db.editorial, author, publisher);
    const { finding: next } = await writeWithFinding(desk.db.editorial, author);
    await editor.call.editor.findings.reject({ id: next.id, why: 'Nobody said so.' });
    const replaced = publisher.call.editor.findings.supersede({
      oldId: old.id,
      newId: next.id,
      kind: 'correction',
    });
    expect((await problemIn(replaced)).reasons.map(({ code }) => code)).toEqual([
      'replacement_not_verified',
    ]);
  });
});
