import type {
  PauseReason,
  WebhookEvent,
  WebhookFailure,
} from '@viewpoints/domain/webhooks/webhook';

export const events: Record<WebhookEvent, { label: string; hint: string }> = {
  published: { label: 'Published', hint: 'Readers can see it for the first time, or again.' },
  changed: { label: 'Changed', hint: 'What readers see of it is different.' },
  gone: { label: 'Gone', hint: 'Readers no longer see it.' },
};

export const pauses: Record<PauseReason, string> = {
  by_hand: 'An administrator paused it. Nothing is sent until it is resumed.',
  refused: 'The receiver answered 410: it wants nothing more. Check the address, then resume.',
  restored:
    'A backup was restored. What was sent after it was made is not known here: resume from now, or from where it was.',
  failing: 'Nothing arrived for three days. Check the receiver with a test, then resume.',
};

export const failureLabels: Record<WebhookFailure, string> = {
  timeout: 'No answer',
  no_public_address: 'No public address',
  no_connection: 'No connection',
  secret_unreadable: 'Secret unreadable',
};
