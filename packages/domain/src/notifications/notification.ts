import { z } from 'zod';
import type { Role } from '../accounts/account.ts';
import { type Action, actionGrants } from '../accounts/action.ts';

/** What users are notified of at work: in the admin, and by e-mail as they choose. */
export const WorkNotificationKind = z.enum([
  'awaits_you',
  'sent_back',
  'approved',
  'published',
  'overdue',
  'mentioned',
  'quote_answered',
  'preview_commented',
  'webhook_paused',
  'import_finished',
  'import_failed',
]);
export type WorkNotificationKind = z.infer<typeof WorkNotificationKind>;

/**
 * Changes of how an account signs in, or of what acts as it: its owner is notified in the admin,
 * whatever their settings. Those that have an e-mail have it of their own, as `SecurityEvent`.
 */
export const AccountNotificationKind = z.enum([
  'second_factor_on',
  'second_factor_off',
  'second_factor_reset',
  'recovery_codes_renewed',
  'passkey_added',
  'passkey_removed',
  'token_created',
  'password_changed',
  'new_sign_in',
  'email_change_requested',
  'email_changed',
  'email_restored',
]);
export type AccountNotificationKind = z.infer<typeof AccountNotificationKind>;

/** Events that users are notified of. */
export const NotificationKind = z.enum([
  ...WorkNotificationKind.options,
  ...AccountNotificationKind.options,
]);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** When a notification is sent by e-mail; in the admin it shows at once, whatever this says. */
export const Delivery = z.enum(['at_once', 'daily', 'off']);
export type Delivery = z.infer<typeof Delivery>;

export const NotificationSettings = z.strictObject({
  awaits_you: Delivery,
  sent_back: Delivery,
  approved: Delivery,
  published: Delivery,
  overdue: Delivery,
  mentioned: Delivery,
  quote_answered: Delivery,
  preview_commented: Delivery,
  webhook_paused: Delivery,
  import_finished: Delivery,
  import_failed: Delivery,
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** How each kind is sent to users who have chosen nothing. */
export const defaultDelivery: NotificationSettings = {
  awaits_you: 'at_once',
  sent_back: 'at_once',
  approved: 'at_once',
  published: 'daily',
  overdue: 'daily',
  mentioned: 'at_once',
  quote_answered: 'at_once',
  preview_commented: 'at_once',
  webhook_paused: 'at_once',
  import_finished: 'at_once',
  import_failed: 'at_once',
};

/** The subject and the sentence of each kind's e-mail. Never words of an article or a webhook. */
export const notificationWords: Record<
  WorkNotificationKind,
  { subject: string; sentence: string }
> = {
  awaits_you: { subject: 'An article awaits you', sentence: 'An article awaits your next step.' },
  sent_back: { subject: 'Changes were requested', sentence: 'An article of yours was sent back.' },
  approved: { subject: 'Your words were approved', sentence: 'An article you wrote was approved.' },
  published: { subject: 'Your words are out', sentence: 'An article you wrote was published.' },
  overdue: { subject: 'An article is overdue', sentence: 'An article that awaits you is overdue.' },
  mentioned: {
    subject: 'You were mentioned',
    sentence: 'You were mentioned in a comment on an article.',
  },
  quote_answered: {
    subject: 'A quote check was answered',
    sentence: 'A quote check in an article was answered.',
  },
  preview_commented: {
    subject: 'A preview has comments',
    sentence: 'Somebody commented on the shared preview of an article.',
  },
  webhook_paused: {
    subject: 'A webhook was paused',
    sentence: 'A webhook was paused, since its receiver does not take what it is sent.',
  },
  import_finished: {
    subject: 'An import has finished',
    sentence: 'An import that you began has finished.',
  },
  import_failed: {
    subject: 'An import has failed',
    sentence: 'An import that you began could not be carried out. Its page says why.',
  },
};

/** The same of several articles that one action concerned. */
export function severalWords(
  kind: WorkNotificationKind,
  count: number,
): { subject: string; sentence: string } {
  const several: Partial<Record<WorkNotificationKind, { subject: string; sentence: string }>> = {
    awaits_you: {
      subject: `${count} articles await you`,
      sentence: `${count} articles await your next step.`,
    },
    published: {
      subject: 'Your words are out',
      sentence: `${count} articles you wrote in were published together.`,
    },
    overdue: {
      subject: `${count} articles are overdue`,
      sentence: `${count} articles that await you are overdue.`,
    },
  };
  return several[kind] ?? notificationWords[kind];
}

/** The hour at which daily notifications are sent, in the recipient's time zone. */
export const dailyHour = 7;

/** For how many days a notification is stored, and for how many it is worth an e-mail. */
export const daysKept = 90;
export const daysWorthSending = 7;

const rolesGranted = (action: Action, grant: 'any' | 'own'): Role[] =>
  Object.entries(actionGrants(action))
    .filter(([, each]) => each === grant)
    .map(([role]) => role as Role);

/** Roles that see every article, and roles that see their own: no others are notified of one. */
export const rolesSeeing = {
  all: rolesGranted('article.view', 'any'),
  own: rolesGranted('article.view', 'own'),
};

/** Roles that see webhooks: no others are notified of one. */
export const rolesSeeingWebhooks = rolesGranted('webhook.list', 'any');
