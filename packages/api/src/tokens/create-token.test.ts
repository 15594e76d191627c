import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const fromNow = (milliseconds: number) =>
  new Date(desk.clock.now.getTime() + milliseconds).toISOString();

test.each([-1, 0])('a token that would have ended %i ms from now is not made', async (offset) => {
  const made = admin.call.editor.tokens.create({ name: 'Import', expiresAt: fromNow(offset) });
  expect(await problemIn(made)).toMatchObject({
    code: 'invalid_input',
    reasons: [{ code: 'expires_in_past', at: 'expiresAt' }],
  });
  expect(await desk.db.sql('select 1 from access_token')).toEqual([]);
});

test('a token that ends a millisecond from now is made', async () => {
  const expiresAt = fromNow(1);
  const made = await admin.call.editor.tokens.create({ name: 'Import', expiresAt });
  expect(made.expiresAt).toBe(expiresAt);
});
