import { describe, expect, test } from 'vitest';
import { anAccount, idOf, ids } from '../testing/builders.ts';
import { checkAdminRemains } from './admins.ts';

describe('somebody to run the journal', () => {
  const admin = anAccount('admin');

  test('given the last admin then the role cannot be taken away', () => {
    const change = { accountId: ids.admin, roles: ['editor' as const] };
    expect(checkAdminRemains([admin, anAccount('editor')], change)).toMatchObject({
      reasons: [{ code: 'last_admin' }],
    });
  });

  test('given another admin who can sign in then it can', () => {
    const other = anAccount('admin', { id: idOf(200) });
    const disabled = { ...other, disabledAt: '2031-01-01T00:00:00.000Z' };
    const change = { accountId: ids.admin, roles: [] };
    expect(checkAdminRemains([admin, other], change)).toEqual({ ok: true });
    expect(checkAdminRemains([admin, disabled], change).ok).toBe(false);
  });
});
