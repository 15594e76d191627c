import type { Role } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { rolesFor } from '@viewpoints/domain/accounts/permissions';

/** Whether one of these roles carries an action out at all, whatever it is done to. */
export function mayInRole(roles: readonly Role[], action: Action): boolean {
  return rolesFor(action).some((role) => roles.includes(role));
}
