import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { noteBounce } from '@viewpoints/db/editorial/subscriber-bounces';
import { lockSubscriber } from '@viewpoints/db/editorial/subscribers';
import {
  type BounceKind,
  softBounceDays,
  softBounceWindow,
} from '@viewpoints/domain/subscriptions/bounce';
import { type Clock, momentOf } from '../../moment.ts';
import { forgetSubscriber } from '../change-preferences.ts';
import type { ReadBounce } from './read-bounce.ts';
import type { ReturnPath, ReturnPaths } from './return-paths.ts';

/**
 * What became of a message to a return path. `ended`: the subscriber is forgotten; `counted`: it bounced softly;
 * `harmless`: the report is of no failure of the mailbox; `unknown`: the subscriber had left; `no_report`: it is
 * another message; `unsigned`: it names no return path, or none that was signed here; `expired`: one that is old.
 */
export type BounceOutcome =
  | 'ended'
  | 'counted'
  | 'harmless'
  | 'unknown'
  | 'no_report'
  | 'unsigned'
  | 'expired';

export type BounceContext = { editorial: EditorialDatabase; paths: ReturnPaths; now?: Clock };

const day = 24 * 60 * 60 * 1000;

/** The first day of which bounces are counted no longer. */
export const bouncesUpTo = (now: Date): Date => new Date(now.getTime() - softBounceWindow * day);

/** Whether a message names a return path of this installation: otherwise there is nothing to ask the database. */
export const namesReturnPath = (paths: ReturnPaths, { tokens }: ReadBounce): boolean =>
  tokens.some((token) => paths.read(token, new Date()) !== 'forged');

/**
 * Acts on a message to a return path. What it says counts for the subscriber that a signed return path names, and
 * for nobody else; the same message again changes nothing more.
 */
export async function settleBounce(
  context: BounceContext,
  { tokens, kind }: ReadBounce,
): Promise<BounceOutcome> {
  const now = await momentOf(context);
  const read = tokens.map((token) => context.paths.read(token, now));
  const path = read.find((each) => typeof each === 'object');
  if (path === undefined) return read.includes('expired') ? 'expired' : 'unsigned';
  if (kind === null) return 'no_report';
  if (kind === 'none') return 'harmless';
  return settle(context.editorial, path, kind, now);
}

function settle(
  editorial: EditorialDatabase,
  { subscriberId, sentOn }: ReturnPath,
  kind: Exclude<BounceKind, 'none'>,
  now: Date,
): Promise<BounceOutcome> {
  return inTransaction(editorial, async (tx) => {
    if (!(await lockSubscriber(tx, subscriberId))) return 'unknown';
    if (kind === 'soft') {
      const bounce = { subscriberId, day: sentOn, since: bouncesUpTo(now) };
      if ((await noteBounce(tx, bounce)) < softBounceDays) return 'counted';
    }
    await forgetSubscriber(tx, subscriberId, { cause: 'bounced', at: now });
    return 'ended';
  });
}
