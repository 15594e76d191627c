import type { ChangeKind, PublicChange } from '../changes/public-change.ts';
import type { WebhookContent, WebhookEvent } from './webhook.ts';
import { testType } from './webhook.ts';

/** An entry of the log of changes as webhooks need it: with its number, and whether it is the thing's first. */
export type LoggedChange = PublicChange & { number: bigint; isFirst: boolean };

/** What an entry tells now: what is gone by the time it is sent is told as gone. */
export function eventOf({ address, isFirst }: LoggedChange): WebhookEvent {
  if (address === null) return 'gone';
  return isFirst ? 'published' : 'changed';
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
