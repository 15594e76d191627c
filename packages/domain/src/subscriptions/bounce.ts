/** What a report of delivery says of one recipient (RFC 3464, 2.3). */
export type DeliveryStatus = {
  action: string;
  /** `5.1.1`, as RFC 3463 numbers what went wrong. */
  status: string;
  /** What the server said that refused it. */
  diagnostic: string;
};

/**
 * What a report means for a subscription: `hard` ends it, `soft` does once it has been so on several days,
 * and `none` is a delay, a success, or a refusal that says nothing of the mailbox.
 */
export type BounceKind = 'hard' | 'soft' | 'none';

/** A subscription ends once messages of so many days have bounced softly … */
export const softBounceDays = 5;

/** … within so many days: of one that is weekly, those of five weeks. */
export const softBounceWindow = 35;

/** How long a return path works, in days: mail servers try for five as a rule. */
export const returnPathDays = 14;

/** No such mailbox or domain (RFC 3463, 3.2): what the mail server itself may answer at once, too. */
export const mailboxIsGone = /^5\.1\.(?:1|2|3|6|10)$/;

const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

/** The code that says most: servers that know no better than 5.0.0 often quote another one that does. */
function codeOf({ status, diagnostic }: DeliveryStatus): string | null {
  const own = enhanced.exec(status)?.[1] ?? null;
  const quoted = enhanced.exec(diagnostic)?.[1] ?? null;
  if (own === null) return quoted;
  return own.endsWith('.0.0') && quoted?.[0] === own[0] ? quoted : own;
}

/** Reads what a report means. Refusals of the sender (x.7.x) are none: they are for everybody. */
export function bounceKindOf(statuses: readonly DeliveryStatus[]): BounceKind {
  const failed = statuses.filter(({ action }) => action === 'failed');
  // One that was delivered as well got there, by another way.
  if (failed.length === 0 || statuses.some(({ action }) => arrived.has(action))) return 'none';
  const codes = failed.map(codeOf);
  if (codes.every((code) => code !== null && mailboxIsGone.test(code))) return 'hard';
  return codes.every((code) => code !== null && /^[45]\.[0-5]\./.test(code)) ? 'soft' : 'none';
}

const arrived = new Set(['delivered', 'relayed', 'expanded']);
