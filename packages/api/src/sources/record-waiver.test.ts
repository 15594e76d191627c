import { addSource } from '@viewpoints/db/testing/builders';
import type { Source } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
let source: Source;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  source = await addSource(desk.db.editorial, {
    terms: { attribution: 'background', disclosure: 'clear' },
  });
});
afterAll(() => desk.close());

const record = (offset: number) =>
  editor.call.editor.sources.waivers.record({
    sourceId: source.id,
    participantId: null,
    covers: 'identity',
    grantedBy: 'Selk',
    basis: 'a letter',
    grantedAt: new Date(desk.clock.now.getTime() + offset).toISOString(),
  });

test.each([-1, 0])('a waiver granted %i ms from now is recorded', async (offset) => {
  expect(await record(offset)).toMatchObject({ sourceId: source.id, signedOffAt: null });
});

test('a waiver granted a millisecond from now is refused, and nothing of it is stored', async () => {
  const before = await editor.call.editor.sources.waivers.list({ sourceId: source.id });
  expect(await problemIn(record(1))).toMatchObject({
    code: 'refused',
    reasons: [{ code: 'granted_in_future', at: 'grantedAt' }],
  });
  expect(await editor.call.editor.sources.waivers.list({ sourceId: source.id })).toEqual(before);
});
