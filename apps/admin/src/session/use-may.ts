'use client';

import type { Action } from '@viewpoints/domain/accounts/action';
import { can } from '@viewpoints/domain/accounts/permissions';
import { allowed, type Decision } from '@viewpoints/domain/refusal';
import { useSession } from './session-provider.tsx';

/**
 * The domain's decision on an action without a particular subject ("new topic"). Decisions about
 * one thing come with that thing, made by the API with all its data.
 */
export function useMay(action: Action): Decision {
  const { me } = useSession();
  const permission = can({ id: me.id, roles: me.roles }, action, null, { fourEyes: true });
  return permission.ok ? allowed : permission;
}
