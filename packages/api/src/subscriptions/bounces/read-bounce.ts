import {
  type BounceKind,
  bounceKindOf,
  type DeliveryStatus,
} from '@viewpoints/domain/subscriptions/bounce';
import { type MimePart, readHeaders, readMime } from './read-mime.ts';
import { returnPathPattern } from './return-paths.ts';

/** Most bytes of a message that are read: reports return what was sent, and what we send is short. */
export const maxBounceBytes = 2_000_000;

/** Most different return paths that are looked at in a message, groups of fields, and reports in them. */
const [maxTokens, maxGroups, maxStatuses] = [20, 5_000, 50];

/** What a message to a return path says. */
export type ReadBounce = {
  /** The parts after the `+` of what may be return paths, those of the envelope first. */
  tokens: string[];
  /** Null if it is no report of delivery: an answer that somebody is on holiday, or any other message. */
  kind: BounceKind | null;
};

/**
 * Reads a message that came to a return path: a report of delivery (RFC 3464), one that was forwarded as an
 * attachment, or one whose fields are in a text. Any content is read, and none is believed for what it says of
 * an address: only a return path that is signed names anybody.
 */
export function readBounce(message: Buffer, recipient: string | null): ReadBounce {
  const parts = flatten(readMime(message));
  const reports = parts.filter(({ type }) => statusTypes.has(type));
  const texts = parts.filter(({ type }) => type === 'text/plain');
  const statuses = (reports.length > 0 ? reports : texts).flatMap(({ text }) => statusesIn(text));
  const places = [
    recipient ?? '',
    ...parts.map(({ headers }) => [...headers.values()].join('\n')),
    ...parts.map(({ text }) => text),
  ];
  const tokens = new Set<string>();
  for (const place of places)
    for (const [, token = ''] of place.matchAll(returnPathPattern)) {
      if (tokens.size >= maxTokens) break;
      tokens.add(token.toLowerCase());
    }
  return {
    tokens: [...tokens],
    kind: statuses.length === 0 ? null : bounceKindOf(statuses.slice(0, maxStatuses)),
  };
}

const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status']);

const flatten = (part: MimePart): MimePart[] => [part, ...part.parts.flatMap(flatten)];

/** Groups of fields, of which each that has an action is about a recipient. A forward may quote them. */
function statusesIn(text: string): DeliveryStatus[] {
  const plain = text.replaceAll(/^(?:>[> ]*)/gm, '');
  return plain.split(/\r?\n[ \t]*\r?\n/, maxGroups).flatMap((group) => {
    const fields = readHeaders(group.trimStart());
    const action = fields.get('action');
    const status = fields.get('status');
    if (action === undefined || status === undefined) return [];
    return [
      {
        // "failed (no such mailbox)": a comment may follow.
        action: (/^[a-z]+/i.exec(action)?.[0] ?? '').toLowerCase(),
        status,
        diagnostic: fields.get('diagnostic-code') ?? '',
      },
    ];
  });
}
