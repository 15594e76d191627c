import type { ChangeKind, PublicChange } from '../changes/public-change.ts';
import type { WebhookContent, WebhookEvent } from './webhook.ts';
import { testType } from './webhook.ts';

/** An entry of the log of changes with its number. */
export type NumberedChange = PublicChange & { number: bigint };

/** An entry as webhooks need it: also whether the thing became visible with it, and was not before. */
export type LoggedChange = NumberedChange & { isAppearance: boolean };

/** What an entry tells now: what is gone by the time it is sent is told as gone. */
export function eventOf({ address, isAppearance }: LoggedChange): WebhookEvent {
  if (address === null) return 'gone';
  return isAppearance ? 'published' : 'changed';
}

/** Whether a webhook is sent an entry. */
export function isWanted(
  { kinds, events }: Pick<WebhookContent, 'kinds' | 'events'>,
  change: LoggedChange,
): boolean {
  return kinds.includes(change.kind) && events.includes(eventOf(change));
}

/** What is sent of an entry: what the log says of it at this moment, and nothing else. */
export type WebhookMessage = {
  type: `${ChangeKind}.${WebhookEvent}` | typeof testType;
  /** When this was put together. */
  timestamp: string;
  data: { kind: ChangeKind; id: string; address?: string; time?: string } | Record<string, never>;
};

/** The message for an entry. What is gone has a kind and an id and nothing else. */
export function messageOf(change: LoggedChange, now: Date): WebhookMessage {
  const { kind, id, address, at } = change;
  const known = address === null || at === null ? {} : { address, time: at };
  return {
    type: `${kind}.${eventOf(change)}`,
    timestamp: now.toISOString(),
    data: { kind, id, ...known },
  };
}

/** The message of a test. */
export const testMessage = (now: Date): WebhookMessage => ({
  ...{ type: testType, timestamp: now.toISOString() },
  data: {},
});
