import { type Reason, reason } from '../refusal.ts';
import type { Action } from './action.ts';

/** For how long after giving a password or a code it need not be given again, in milliseconds. */
export const freshFor = 15 * 60 * 1000;

/**
 * Actions that decide who may do what, or where what is public is sent. A session left open on a desk is not enough for them: who
 * acts has given a password or a code shortly before. Taking away what others act by
 * (`token.revoke`, `webhook.pause`) is not among them, since it may be urgent.
 */
export const freshActions: ReadonlySet<Action> = new Set<Action>([
  'people.invite',
  'people.set_roles',
  'people.disable',
  'people.enable',
  'people.reset_second_factor',
  'token.create',
  'settings.save',
  'webhook.create',
  'webhook.edit',
  'webhook.rotate_secret',
  'webhook.resume',
  'webhook.replay',
  'webhook.remove',
]);

/** Whether a password or a code given at one moment still counts at another. */
export function isFresh(authenticatedAt: Date, at: Date): boolean {
  return at.getTime() - authenticatedAt.getTime() <= freshFor;
}

/** The proof of a fresh authentication: a code if the account has a second factor. */
export type Confirmation = 'password' | 'code';

/** The reason for a refusal at a session without a fresh authentication. */
export function authenticationTooOld(by: Confirmation): Reason {
  const what = by === 'code' ? 'a code of your app' : 'your password';
  return reason('authentication_too_old', `Give ${what} before you change this.`, null, { by });
}
