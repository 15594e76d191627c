import { loadSettings } from '@viewpoints/config/env';
import { addAccount } from '@viewpoints/db/testing/builders';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { passwordLength } from '@viewpoints/domain/accounts/password';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { ensureOwner } from './ensure-owner.ts';
import { createSetupLink } from './setup-link.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const SECRET = 'x'.repeat(32);
const day = 24 * 3_600_000;
const now = () => desk.clock.now;
const newLink = () =>
  createSetupLink({ editorial: desk.db.editorial, adminUrl: 'http://admin.example', now });
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';
const claim = (token: string, given: { password?: string; email?: string } = {}) =>
  desk.nobody.setup.claim({
    ...{ token, name: 'Ines Maro', email: 'ines@journal.example', password: 'long enough' },
    ...given,
  });
const expired = ['link_expired', ['setup_link_expired', null]];

describe('the set-up link', () => {
  test('works for a day, to the millisecond', async () => {
    const token = tokenOf(await newLink());
    const made = desk.clock.now.getTime();
    desk.clock.now = new Date(made + day);
    expect(await refusalOf(desk, () => claim(token))).toEqual(expired);
    desk.clock.now = new Date(made + day - 1);
    expect(await claim(token)).toMatchObject({ email: 'ines@journal.example' });
    expect(await refusalOf(desk, () => claim(token))).toEqual(expired);
  });

  test('ends when a newer one is made, and is stored as a hash', async () => {
    const [older, newer] = [tokenOf(await newLink()), tokenOf(await newLink())];
    expect(await refusalOf(desk, () => claim(older))).toEqual(expired);
    const stored = JSON.stringify(await desk.db.sql('select * from verification'));
    expect(stored).not.toContain(newer);
    await claim(newer);
    expect(await desk.nobody.setup.status()).toEqual({ owned: true });
  });

  test('is not used up by a form that is not complete', async () => {
    const token = tokenOf(await newLink());
    for (const [field, given] of [
      ['password', { password: 'short' }],
      ['password', { password: 'x'.repeat(129) }],
      ['email', { email: 'nowhere' }],
    ] as const) {
      const [code, reason] = await refusalOf(desk, () => claim(token, given));
      expect([code, reason?.[1]]).toEqual(['invalid_input', field]);
    }
    await claim(token, { password: 'x'.repeat(128) });
  });

  test('is not made while an admin can sign in, and is made again when none can', async () => {
    await addAccount(desk.db.editorial, { roles: ['editor', 'publisher'] });
    expect(await newLink()).not.toBeNull();
    const admin = await addAccount(desk.db.editorial, { roles: ['admin'] });
    expect(await newLink()).toBeNull();
    await desk.db.sql('update account set disabled_at = now() where id = $1', [admin.id]);
    expect(await newLink()).not.toBeNull();
  });
});

describe('an owner from the settings', () => {
  const ensure = (given: { email: string; password: string; name?: string }) =>
    ensureOwner({ editorial: desk.db.editorial, now }, given);

  test('has every role, and the name before the @ where none is given', async () => {
    const owner = await ensure({ email: 'ines.maro@journal.example', password: 'long enough' });
    expect(owner).toMatchObject({
      name: 'ines.maro',
      roles: ['contributor', 'editor', 'publisher', 'admin'],
    });
    const records = await desk.db.sql('select action, by_id from audit_record');
    expect(records).toEqual([{ action: 'account.set_up', by_id: owner?.id }]);
  });

  test('is not created if the journal has an owner, whose account stays as it is', async () => {
    const given = { email: 'ines@journal.example', password: 'long enough', name: 'Ines' };
    await ensure(given);
    const before = await digestTables(desk.db);
    expect(await ensure({ ...given, password: 'another password', name: 'Other' })).toBeNull();
    expect(await digestTables(desk.db)).toEqual(before);
  });

  test('is ignored, whatever its length, once the journal has an owner', async () => {
    const given = { email: 'ines@journal.example', password: 'long enough' };
    await ensure(given);
    const settings = { OWNER_EMAIL: given.email, OWNER_PASSWORD: '8 chars.', SECRET };
    const { owner } = loadSettings(settings);
    expect(owner).toMatchObject({ password: '8 chars.' });
    if (owner !== null) expect(await ensure(owner)).toBeNull();
  });

  test('with a password that is too short or too long is not made', async () => {
    for (const length of [passwordLength.min - 1, passwordLength.max + 1])
      await expect(
        ensure({ email: 'ines@journal.example', password: 'x'.repeat(length) }),
      ).rejects.toThrow('OWNER_PASSWORD must have at least 10 and at most 128 characters.');
    expect(await desk.db.sql('select 1 from account')).toEqual([]);
  });
});
