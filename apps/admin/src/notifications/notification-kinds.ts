import {
  type AccountNotificationKind,
  type Delivery,
  NotificationKind,
  type WorkNotificationKind,
} from '@viewpoints/domain/notifications/notification';

/** The label of each kind that has a setting, and when it is sent. */
export const workNotifications: Record<WorkNotificationKind, { label: string; hint: string }> = {
  awaits_you: {
    label: 'Awaits you',
    hint: 'An article was given to you, or waits for your review.',
  },
  sent_back: { label: 'Sent back', hint: 'Changes to an article of yours were requested.' },
  approved: { label: 'Approved', hint: 'An article that you wrote in was approved.' },
  published: { label: 'Published', hint: 'An article that you wrote in is out.' },
  overdue: { label: 'Overdue', hint: 'The day of an article that is assigned to you has passed.' },
  mentioned: { label: 'Mentioned', hint: 'Somebody mentioned you in a comment.' },
  quote_answered: {
    label: 'Quote answered',
    hint: 'A link you made for a quote check was answered.',
  },
  preview_commented: {
    label: 'Preview commented',
    hint: 'Somebody commented on a shared preview of your article. Once an hour at most.',
  },
  webhook_paused: {
    label: 'Webhook paused',
    hint: 'The receiver of a webhook took nothing for three days, or wants nothing more.',
  },
  import_finished: { label: 'Import finished', hint: 'An import that you began has finished.' },
  import_failed: { label: 'Import failed', hint: 'An import that you began could not go on.' },
};

/** What each change of the own account is called, what happened, and where it is seen and undone. */
const accountNotifications: Record<
  AccountNotificationKind,
  { label: string; title: string; href: string }
> = {
  second_factor_on: {
    label: 'Second factor on',
    title: 'An app was set up: signing in asks for its code',
    href: '/account#second-factor',
  },
  second_factor_off: {
    label: 'Second factor off',
    title: 'Your second factor was turned off',
    href: '/account#second-factor',
  },
  second_factor_reset: {
    label: 'Second factor reset',
    title: 'Your second factor and passkeys were reset by an admin',
    href: '/account#second-factor',
  },
  recovery_codes_renewed: {
    label: 'Recovery codes',
    title: 'New recovery codes were made',
    href: '/account#second-factor',
  },
  passkey_added: {
    label: 'Passkey added',
    title: 'A passkey was added: it signs in without your password',
    href: '/account#passkeys',
  },
  passkey_removed: {
    label: 'Passkey removed',
    title: 'A passkey was removed',
    href: '/account#passkeys',
  },
  token_created: {
    label: 'Access token',
    title: 'An access token was made, which acts as you',
    href: '/settings/tokens',
  },
  password_changed: {
    label: 'Password',
    title: 'Your password was changed',
    href: '/account#password',
  },
  new_sign_in: {
    label: 'New sign-in',
    title: 'Somebody signed in to your account in a browser not used before',
    href: '/account#sessions',
  },
  email_change_requested: {
    label: 'E-mail change requested',
    title: 'Another e-mail address was requested for your account',
    href: '/account#email',
  },
  email_changed: {
    label: 'E-mail changed',
    title: 'Your e-mail address was changed',
    href: '/account#email',
  },
  email_restored: {
    label: 'E-mail restored',
    title: 'Your former e-mail address was restored',
    href: '/account#email',
  },
};

/** What a change of the own account is called, if a notification is of one. */
export const accountNotification = (kind: NotificationKind) =>
  kind in accountNotifications ? accountNotifications[kind as AccountNotificationKind] : null;

/** The label of a notification in a list. */
export const notificationLabel = (kind: NotificationKind): string =>
  accountNotification(kind)?.label ?? workNotifications[kind as WorkNotificationKind].label;

/** Every kind, for the filter of the list. */
export const kindLabels = Object.fromEntries(
  NotificationKind.options.map((kind) => [kind, notificationLabel(kind)]),
) as Record<NotificationKind, string>;

/** Where several articles that one action concerned are found. */
export const severalHref = (kind: NotificationKind): string =>
  kind === 'awaits_you' ? '/queues' : kind === 'overdue' ? '/queues?queue=due' : '/articles';

export const deliveries: Record<Delivery, string> = {
  at_once: 'At once',
  daily: 'Once a day',
  off: 'Off',
};
