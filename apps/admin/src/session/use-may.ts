'use client';

import type { Action } from '@viewpoints/domain/accounts/action';
import { can } from '@viewpoints/domain/accounts/permissions';
import { allowed, type Decision } from '@viewpoints/domain/refusal';
import { useSession } from './session-provider.tsx';

/**
 * What the domain says of an action that is not about one thing in particular ("new topic"). What
 * is about one thing comes with that thing, decided by the API with all it knows.
 */
export function useMay(action: Action): Decision {
  const { me } = useSession();
  const permission = can({ id: me.id, roles: me.roles }, action, null, { fourEyes: true });
  return permission.ok ? allowed : permission;
}
