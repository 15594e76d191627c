import type { Principal } from '@viewpoints/domain/accounts/account';
import { rolesFor } from '@viewpoints/domain/accounts/permissions';
import type { Publishable } from '@viewpoints/domain/articles/publishable';
import { decide, type Reason } from '@viewpoints/domain/refusal';

/** Reasons whose mere presence reveals what is protected. */
const revealing: ReadonlySet<string> = new Set([
  'protected_mention',
  'possible_protected_mention',
  'participants_missing',
]);

/** Whether an account may see full sources, and so what they protect. */
export function mayKnowSources({ roles }: Pick<Principal, 'roles'>): boolean {
  return roles.some((role) => rolesFor('source.view').includes(role));
}

/**
 * Whether an article can be published, with the reasons that an account may see. To those who may
 * not see sources the search for protected names would be an oracle: type a name, and see whether
 * it is found. Its results are hidden from them, and go to the reviewer.
 */
export function redactPublishable(
  acting: Pick<Principal, 'roles'>,
  publishable: Publishable,
): Publishable {
  if (mayKnowSources(acting) || publishable.ok) return publishable;
  const { warnings } = publishable;
  return { ...decide(redactReasons(acting, publishable.reasons)), warnings };
}

/** Reasons without those that this account may not see. */
export function redactReasons(acting: Pick<Principal, 'roles'>, reasons: Reason[]): Reason[] {
  return mayKnowSources(acting) ? reasons : withoutRevealing(reasons);
}

/** Reasons without those that reveal what is protected. These may be stored with a refusal. */
export const withoutRevealing = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ code }) => !revealing.has(code));
