import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { ensureOwner } from './ensure-owner.ts';
import { createSetupLink } from './setup-link.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

test('a set-up link makes no second owner once the settings have made the first', async () => {
  const { editorial } = desk.db;
  const now = () => desk.clock.now;
  const link = await createSetupLink({ editorial, adminUrl: 'http://admin.example', now });
  const token = new URL(link ?? '').searchParams.get('token') ?? '';
  const settings = { email: 'ines@journal.example', password: 'long enough' };
  const owner = await ensureOwner({ editorial, now }, settings);
  const claim = desk.nobody.setup.claim({
    token,
    name: 'Somebody Else',
    email: 'else@journal.example',
    password: 'long enough',
  });
  expect(await problemIn(claim)).toMatchObject({
    code: 'link_expired',
    reasons: [{ code: 'journal_owned' }],
  });
  expect(await desk.db.sql('select id from account')).toEqual([{ id: owner?.id }]);
});
