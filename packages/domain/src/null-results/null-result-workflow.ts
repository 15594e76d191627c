import type { Principal } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { isOwnWork, ownWordsReason } from '../accounts/own-words.ts';
import { can, type Permission, type PermissionSettings } from '../accounts/permissions.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import type { NullResult, NullResultState } from './null-result.ts';

export type NullResultStep = 'edit' | 'verify' | 'reject' | 'withdraw' | 'remove';

type Step = {
  from: readonly NullResultState[];
  to: NullResultState;
  verb: string;
  /** Whether readers have to have it, or must not; null where it makes no difference. */
  public: boolean | null;
};

/**
 * From which states a step is possible, and where it leads. Words that change while readers have the
 * earlier ones are proposed again; the earlier ones stay until the new ones are verified.
 */
const steps: Record<NullResultStep, Step> = {
  edit: {
    from: ['proposed', 'published', 'rejected'],
    to: 'proposed',
    verb: 'edited',
    public: null,
  },
  verify: { from: ['proposed'], to: 'published', verb: 'verified', public: null },
  reject: { from: ['proposed'], to: 'rejected', verb: 'rejected', public: null },
  withdraw: {
    ...{ from: ['proposed', 'published', 'rejected'], to: 'withdrawn', verb: 'withdrawn' },
    public: true,
  },
  remove: { from: ['proposed', 'rejected'], to: 'rejected', verb: 'deleted', public: false },
};

export const nullResultStateAfter = (step: NullResultStep): NullResultState => steps[step].to;

/** Whether a step is possible now. */
export function checkNullResultStep(
  { state, published }: Pick<NullResult, 'state'> & { published: object | null },
  step: NullResultStep,
): Decision {
  const { from, verb, public: needed } = steps[step];
  const isPublic = published !== null;
  if (from.includes(state) && (needed === null || needed === isPublic)) return { ok: true };
  const now = from.includes(state) ? (isPublic ? 'public' : 'not public') : state;
  return decide([
    reason('null_result_state', `This null result is ${now}, so it cannot be ${verb}.`, null, {
      state,
    }),
  ]);
}

/**
 * Whether an account may verify or reject a null result: somebody who wrote none of its present
 * words. If they did, the reason names who may.
 */
export function secondPersonOf(
  acting: Principal,
  step: 'verify' | 'reject',
  { authorIds }: Pick<NullResult, 'authorIds'>,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Permission {
  const may = (who: Principal) =>
    can(who, `null_result.${step}`, { ownerIds: authorIds }, settings);
  const permission = may(acting);
  if (permission.ok || !isOwnWork(permission)) return permission;
  const who = colleagues.filter((colleague) => may(colleague).ok);
  const act = { verb: step, object: 'it' };
  return {
    ok: false,
    reasons: [ownWordsReason(act, 'You wrote in this null result.', who, settings)],
  };
}
