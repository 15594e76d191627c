import { describe, expect, test } from 'vitest';
import { anAccount, idOf, ids } from '../testing/builders.ts';
import { checkAdminRemains, checkOwnRights } from './admins.ts';

describe('an admin to run the journal', () => {
  const admin = anAccount('admin');

  test('given the last admin then the role cannot be taken away', () => {
    const change = { accountId: ids.admin, roles: ['editor' as const] };
    expect(checkAdminRemains([admin, anAccount('editor')], change)).toMatchObject({
      reasons: [{ code: 'last_admin', at: 'roles' }],
    });
  });

  test('given another admin who can sign in then it can', () => {
    const other = anAccount('admin', { id: idOf(200) });
    const disabled = { ...other, disabledAt: '2031-01-01T00:00:00.000Z' };
    const change = { accountId: ids.admin, roles: [] };
    expect(checkAdminRemains([admin, other], change)).toEqual({ ok: true });
    expect(checkAdminRemains([admin, disabled], change).ok).toBe(false);
  });

  test('given the last admin keeps the role then other roles can come and go', () => {
    const change = { accountId: ids.admin, roles: ['editor' as const, 'admin' as const] };
    expect(checkAdminRemains([admin], change)).toEqual({ ok: true });
  });

  test('given the role goes to an account that cannot sign in then nobody is left by it', () => {
    const disabled = anAccount('editor', { disabledAt: '2031-01-01T00:00:00.000Z' });
    const change = { accountId: ids.editor, roles: ['admin' as const] };
    expect(checkAdminRemains([disabled], change).ok).toBe(false);
    expect(checkAdminRemains([{ ...disabled, disabledAt: null }], change)).toEqual({ ok: true });
  });
});

describe('one’s own rights', () => {
  const everything = anAccount('admin', { roles: ['editor', 'admin'] });
  const editor = anAccount('editor');
  const own = { confirmed: false };
  const codeOf = (decision: ReturnType<typeof checkOwnRights>) =>
    decision.ok ? 'ok' : decision.reasons.map(({ code, at }) => `${code} ${at}`).join();

  test.each([
    ['being admin', everything, ['editor' as const]],
    ['all of them', everything, []],
    ['the last role', editor, []],
  ])('given %s is given up then it has to be confirmed', (_, account, roles) => {
    const change = { ...own, byId: account.id, roles };
    expect(codeOf(checkOwnRights(account, change))).toBe('own_rights confirmSelf');
    expect(checkOwnRights(account, { ...change, confirmed: true })).toEqual({ ok: true });
  });

  test('given a role that can be had back, or another’s, no question is asked', () => {
    const fewer = { ...own, byId: everything.id, roles: ['admin' as const] };
    expect(checkOwnRights(everything, fewer)).toEqual({ ok: true });
    expect(checkOwnRights(editor, { ...own, byId: everything.id, roles: [] })).toEqual({
      ok: true,
    });
    const instead = { ...own, byId: editor.id, roles: ['contributor' as const] };
    expect(checkOwnRights(editor, instead)).toEqual({ ok: true });
  });

  test('given no role to lose then no question is asked', () => {
    const nobody = anAccount('editor', { roles: [] });
    expect(checkOwnRights(nobody, { ...own, byId: nobody.id, roles: [] })).toEqual({ ok: true });
  });
});
