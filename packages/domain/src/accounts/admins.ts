import { type Decision, decide, reason } from '../refusal.ts';
import type { Id } from '../values.ts';
import type { Account, Role } from './account.ts';

/**
 * Whether an account may lose what it has: somebody able to sign in must be left to run the
 * journal. `roles` are those it would have; none where it is to be disabled.
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
