import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { anAccount, ids, times } from '../testing/builders.ts';
import { AccessToken, Account, Invitation, Principal, tokenDays } from './account.ts';

const wrongIn = (schema: ZodType, given: unknown): string[] =>
  schema.safeParse(given).error?.issues.map(({ path }) => path.map(String).join('.')) ?? [];

describe('an account', () => {
  test.each<[string, object, string[]]>([
    ['several roles', { roles: ['contributor', 'editor', 'publisher', 'admin'] }, []],
    // An account without roles is still an account.
    ['no role', { roles: [] }, []],
    ['a role that there is not', { roles: ['reader'] }, ['roles.0']],
    ['it is disabled', { disabledAt: times.now }, []],
    ['no name', { name: ' ' }, ['name']],
    ['a name of 120 characters', { name: 'x'.repeat(120) }, []],
    ['a longer name', { name: 'x'.repeat(121) }, ['name']],
    ['no address', { email: 'the editor' }, ['email']],
    ['a password beside it', { password: 'secret' }, ['']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(Account, { ...anAccount('editor'), ...overrides })).toEqual(wrong);
  });
});

describe('who acts', () => {
  const acting = { id: ids.editor, roles: ['editor'] };

  test.each<[string, object, string[]]>([
    ['a session', {}, []],
    ['a session that says so', { scopes: null }, []],
    ['a token', { scopes: ['read', 'write', 'publish'] }, []],
    ['a token that covers nothing', { scopes: [] }, []],
    ['a scope that there is not', { scopes: ['session'] }, ['scopes.0']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(Principal, { ...acting, ...overrides })).toEqual(wrong);
  });
});

describe('an invitation', () => {
  const invitation = {
    id: ids.contributor,
    email: 'new@meridian.example',
    roles: ['contributor'],
    invitedBy: ids.admin,
    expiresAt: times.now,
    acceptedAt: null,
  };

  test('is to at least one role', () => {
    expect(wrongIn(Invitation, invitation)).toEqual([]);
    expect(wrongIn(Invitation, { ...invitation, acceptedAt: times.now })).toEqual([]);
    expect(wrongIn(Invitation, { ...invitation, roles: [] })).toEqual(['roles']);
  });

  test('ends at some time', () => {
    expect(wrongIn(Invitation, { ...invitation, expiresAt: null })).toEqual(['expiresAt']);
  });
});

describe('an access token', () => {
  const token = {
    id: ids.editor,
    name: 'Nightly import',
    hint: 'vp_1a2b',
    scopes: ['read'],
    createdAt: times.created,
    expiresAt: times.now,
    lastUsedAt: null,
    revokedAt: null,
  };

  test.each<[string, object, string[]]>([
    ['one scope', {}, []],
    ['no scope', { scopes: [] }, ['scopes']],
    ['no end', { expiresAt: null }, ['expiresAt']],
    ['no name', { name: '' }, ['name']],
    ['a name of 80 characters', { name: 'x'.repeat(80) }, []],
    ['a longer name', { name: 'x'.repeat(81) }, ['name']],
    ['a hint of 16 characters', { hint: 'x'.repeat(16) }, []],
    ['more of the secret than tells it apart', { hint: 'x'.repeat(17) }, ['hint']],
    ['the secret beside it', { secret: 'vp_1a2b3c' }, ['']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(AccessToken, { ...token, ...overrides })).toEqual(wrong);
  });

  test('works for 90 days unless said otherwise, and never for more than a year', () => {
    expect(tokenDays).toEqual({ default: 90, most: 365 });
  });
});
