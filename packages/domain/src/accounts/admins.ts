import { allowed, type Decision, decide, reason } from '../refusal.ts';
import type { Id } from '../values.ts';
import type { Account, Role } from './account.ts';

/**
 * Whether an account may lose its roles: an admin who can sign in must remain. `roles` are those it
 * would have afterwards; none if it is to be disabled.
 */
export function checkAdminRemains(
  accounts: readonly Pick<Account, 'id' | 'roles' | 'disabledAt'>[],
  change: { accountId: Id; roles: readonly Role[] },
): Decision {
  const remains = accounts.some(({ id, roles, disabledAt }) =>
    id === change.accountId
      ? disabledAt === null && change.roles.includes('admin')
      : disabledAt === null && roles.includes('admin'),
  );
  if (remains) return decide([]);
  return decide([
    reason(
      'last_admin',
      'Nobody would be left to run the journal. Make somebody else an admin first.',
      'roles',
    ),
  ]);
}

/**
 * Whether a change removes the caller's own admin role or last role without confirmation. They could
 * not restore it themselves. `roles` are those that would remain.
 */
export function checkOwnRights(
  account: Pick<Account, 'id' | 'roles'>,
  change: { byId: Id; roles: readonly Role[]; confirmed: boolean },
): Decision {
  const { byId, roles, confirmed } = change;
  if (account.id !== byId || confirmed) return allowed;
  const losesAdmin = account.roles.includes('admin') && !roles.includes('admin');
  const losesLast = account.roles.length > 0 && roles.length === 0;
  if (!losesAdmin && !losesLast) return allowed;
  return decide([
    reason(
      'own_rights',
      'You would take your own rights away and could not give them back: confirm that you mean it.',
      'confirmSelf',
    ),
  ]);
}
