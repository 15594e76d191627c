import type {
  AccountNotificationKind,
  Delivery,
  NotificationKind,
  WorkNotificationKind,
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
};

/** What each change of the own account is called, what happened, and where it is seen and undone. */
const accountNotifications: Record<
  AccountNotificationKind,
  { label: string; title: string; href: string }
> = {
  second_factor_on: {
    label: 'Second factor',
    title: 'An app was set up: signing in asks for its code',
    href: '/account#second-factor',
  },
  second_factor_off: {
    label: 'Second factor',
    title: 'Your second factor was turned off',
    href: '/account#second-factor',
  },
  second_factor_reset: {
    label: 'Second factor',
    title: 'Your second factor and passkeys were reset by an admin',
    href: '/account#second-factor',
  },
  recovery_codes_renewed: {
    label: 'Recovery codes',
    title: 'New recovery codes were made',
    href: '/account#second-factor',
  },
  passkey_added: {
    label: 'Passkey',
    title: 'A passkey was added: it signs in without your password',
    href: '/account#passkeys',
  },
  passkey_removed: {
    label: 'Passkey',
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
};

/** What a change of the own account is called, if a notification is of one. */
export const accountNotification = (kind: NotificationKind) =>
  kind in accountNotifications ? accountNotifications[kind as AccountNotificationKind] : null;

/** The label of a notification in a list. */
export const notificationLabel = (kind: NotificationKind): string =>
  accountNotification(kind)?.label ?? workNotifications[kind as WorkNotificationKind].label;

export const deliveries: Record<Delivery, string> = {
  at_once: 'At once',
  daily: 'Once a day',
  off: 'Off',
};
