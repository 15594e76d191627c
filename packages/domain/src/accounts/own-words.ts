import { type Reason, type Refusal, reason } from '../refusal.ts';
import { type Colleague, oneOfNames } from './colleague.ts';
import type { PermissionSettings } from './permissions.ts';

/** Whether a refusal is for want of a second person, and for nothing else. */
export function isOwnWork({ reasons }: Refusal): boolean {
  return reasons.every(({ code }) => code === 'own_work');
}

/** The words for a refused action: "approve" and "them" for "Helen or Omar can approve them." */
export type RefusedAct = { verb: string; object: string };

/**
 * The reason that users cannot approve their own words: whose words they are and who can act
 * instead or, if nobody can, how to add such a person.
 * @param sentence a sentence that says whose words they are
 * @param who the accounts that can act instead
 * @param details what a screen needs in addition to the ids in `people`
 */
export function ownWordsReason(
  { verb, object }: RefusedAct,
  sentence: string,
  who: readonly Colleague[],
  { fourEyes }: PermissionSettings,
  details: Reason['details'] = {},
): Reason {
  const nobody = fourEyes
    ? 'Invite a second person, or turn off four eyes in the settings.'
    : 'Invite an editor.';
  const next =
    who.length > 0
      ? `${oneOfNames(who)} can ${verb} ${object}.`
      : `Nobody else here can ${verb} ${object}. ${nobody}`;
  return reason('own_words', `${sentence} ${next}`, null, {
    ...details,
    people: who.map(({ id }) => id),
  });
}
