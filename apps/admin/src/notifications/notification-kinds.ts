import type { Delivery, NotificationKind } from '@viewpoints/domain/notifications/notification';

/** The label of each kind in a list, and when it is sent. */
export const notificationKinds: Record<NotificationKind, { label: string; hint: string }> = {
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

export const deliveries: Record<Delivery, string> = {
  at_once: 'At once',
  daily: 'Once a day',
  off: 'Off',
};
