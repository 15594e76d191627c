import { allowed, type Decision, decide, type Reason, type Refusal, reason } from '../refusal.ts';
import type { Id } from '../values.ts';
import type { Principal, Role } from './account.ts';
import { type Action, actionGrants, actionScope, type Grant } from './action.ts';

/**
 * Owners of the thing acted on. Null if it does not exist yet: what a user creates is their own.
 */
export type Subject = {
  readonly ownerIds: readonly Id[];
  /** If the thing is part of a larger one, the owners of that: words in an article. */
  readonly wholeOwnerIds?: readonly Id[];
};

export type Permission =
  | {
      ok: true;
      /**
       * True if a second person should have acted, but four eyes are off and none did. The audit
       * record must say so (`fourEyes: false`).
       */
      alone: boolean;
    }
  | Refusal;

/** The journal's settings on when a second person is needed. */
export type PermissionSettings = { fourEyes: boolean };

/**
 * Whether an account may do an action on a subject; otherwise every reason why not. Whether the
 * subject's state allows it is decided by the workflow tables.
 */
export function can(
  acting: Principal,
  action: Action,
  subject: Subject | null,
  settings: PermissionSettings,
): Permission {
  const byRole = canByRole(acting, action, subject, settings);
  const byScope = checkScope(acting, action);
  if (byScope.ok) return byRole;
  return { ok: false, reasons: [...(byRole.ok ? [] : byRole.reasons), ...byScope.reasons] };
}

function canByRole(
  acting: Principal,
  action: Action,
  subject: Subject | null,
  settings: PermissionSettings,
): Permission {
  const isOwn = subject === null || subject.ownerIds.includes(acting.id);
  const isInOwn = subject?.wholeOwnerIds?.includes(acting.id) ?? false;
  const grants = new Set(acting.roles.flatMap((role) => actionGrants(action)[role] ?? []));
  if (grants.has('any') || (grants.has('own') && isOwn)) return { ok: true, alone: false };
  if (grants.has('not_own') && !isOwn) return { ok: true, alone: false };
  if (grants.has('others_in_own') && isInOwn && !isOwn) return { ok: true, alone: false };
  if (grants.has('not_own') && !settings.fourEyes) return { ok: true, alone: true };
  // Of two roles that both miss the same thing, one reason is enough.
  const missing = new Set(
    [...grants].map((grant) => (grant === 'others_in_own' ? (isOwn ? 'not_own' : 'own') : grant)),
  );
  const reasons = [...missing].map((grant) => whyNot(grant, action));
  return { ok: false, reasons: reasons.length > 0 ? reasons : [roleMissing(action)] };
}

/** Whether the scopes of the access token in use cover an action; a session covers all. */
export function checkScope({ scopes = null }: Pick<Principal, 'scopes'>, action: Action): Decision {
  const needed = actionScope(action);
  if (scopes === null) return allowed;
  if (needed === 'session')
    return decide([
      reason('session_required', 'No access token may do this: sign in and do it yourself.', null, {
        action,
      }),
    ]);
  if (scopes.includes(needed)) return allowed;
  return decide([
    reason('token_scope', `This access token lacks the scope “${needed}”.`, null, {
      action,
      scope: needed,
    }),
  ]);
}

/** Whether the action is allowed on everything, not only on the caller's own. */
export function canOnAll(acting: Principal, action: Action): boolean {
  return can(acting, action, { ownerIds: [] }, { fourEyes: true }).ok;
}

/** The roles that carry an action out, whatever it is done to. */
export function rolesFor(action: Action): Role[] {
  const carryingOut: readonly Grant[] = ['any', 'own', 'not_own', 'others_in_own'];
  return Object.entries(actionGrants(action))
    .filter(([, grant]) => carryingOut.includes(grant))
    .map(([role]) => role as Role);
}

function roleMissing(action: Action): Reason {
  const roles = rolesFor(action);
  return reason('role_missing', `This needs the role of ${orList(roles)}.`, null, {
    action,
    roles,
  });
}

function whyNot(grant: Exclude<Grant, 'others_in_own'>, action: Action): Reason {
  const roles = rolesFor(action);
  switch (grant) {
    case 'own':
      return reason('not_your_own', 'You may do this only with what is your own.', null, {
        action,
      });
    case 'not_own':
      return reason('own_work', 'This needs a second person: it is your own work.', null, {
        action,
      });
    case 'prepare':
      return reason(
        'prepare_only',
        `You may prepare this; the role of ${orList(roles)} carries it out.`,
        null,
        { action, roles },
      );
    case 'propose':
      return reason(
        'propose_only',
        `You may propose this; the role of ${orList(roles)} decides.`,
        null,
        {
          action,
          roles,
        },
      );
    case 'sign_off':
      return reason(
        'sign_off_only',
        `You sign this off once it is entered; the role of ${orList(roles)} enters it.`,
        null,
        { action, roles },
      );
    case 'any':
      return roleMissing(action);
  }
}

const orList = (roles: readonly Role[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(roles);

/** An article belongs to who began it. Whose its words are is for `word-approval.ts` to say. */
export function articleSubject(article: { createdBy: Id }): Subject {
  return { ownerIds: [article.createdBy] };
}

/** A finding belongs to who proposed it. Who wrote its words is for `finding-authors.ts` to say. */
export function findingSubject(finding: { proposedBy: Id }): Subject {
  return { ownerIds: [finding.proposedBy] };
}

export function waiverSubject(waiver: { recordedBy: Id }): Subject {
  return { ownerIds: [waiver.recordedBy] };
}
