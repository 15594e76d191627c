import { createHmac } from 'node:crypto';
import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  type AttemptRule,
  consumeAttempt,
  refundAttempt,
  resetAttempts,
} from '@viewpoints/db/editorial/rate-limits';
import type { Logger } from 'pino';
import { type Clock, momentOf } from '../moment.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** For guesses at one account or from one device. */
const perAccount: AttemptRule = {
  freeAttempts: 10,
  firstDelay: 30 * second,
  maxDelay: 15 * minute,
  expiresAfter: day,
};
const perNetwork: AttemptRule = {
  freeAttempts: 10,
  firstDelay: 15 * second,
  maxDelay: minute,
  expiresAfter: 5 * minute,
};

/** For what sends a message. */
const perMessage: Record<'network' | 'account', AttemptRule> = {
  network: {
    ...{ freeAttempts: 5, firstDelay: minute, maxDelay: 5 * minute },
    expiresAfter: 15 * minute,
  },
  account: {
    ...{ freeAttempts: 3, firstDelay: 5 * minute, maxDelay: 60 * minute },
    expiresAfter: day,
  },
};

/** For opening links whose secret cannot be guessed. */
const perLink: AttemptRule = {
  ...{ freeAttempts: 30, firstDelay: 20 * second, maxDelay: 10 * minute },
  expiresAfter: 10 * minute,
};

/** The limited attempts, and their counters. The delay of an account ends: no lockout is for good. */
const rules = {
  sign_in: { network: perNetwork, account: perAccount, device: perAccount },
  reset_request: perMessage,
  // As messages for a new password: each sends two, one of them to any address.
  email_change: perMessage,
  email_confirmation: { network: perLink },
  reset: { network: perNetwork },
  change_password: { network: perNetwork, account: perAccount },
  second_factor: { network: perNetwork, account: perAccount, device: perAccount },
  confirm: { network: perNetwork, account: perAccount },
  set_up: {
    network: {
      ...{ freeAttempts: 10, firstDelay: minute, maxDelay: 10 * minute },
      expiresAfter: 10 * minute,
    },
  },
  invitation: { network: perLink },
} satisfies Record<string, Partial<Record<'network' | 'account' | 'device', AttemptRule>>>;

export type AttemptKind = keyof typeof rules;

/** Who makes an attempt: always a network; the account and a trusted device where they are known. */
export type AttemptCaller = { network: string; account?: string; device?: string };

/** Limits on attempts, shared by all instances; counters are keyed by HMAC and cannot be read back. */
export type AttemptLimits = {
  /** Counts an attempt and returns 0; or counts nothing and returns the seconds until the next one. */
  consume: (kind: AttemptKind, caller: AttemptCaller) => Promise<number>;
  /**
   * The attempt succeeded: it is refunded to its network, and the other counters are reset. That it could not
   * be is logged and not thrown, since what was attempted is done by then.
   */
  succeed: (kind: AttemptKind, caller: AttemptCaller) => Promise<void>;
};

export function createAttemptLimits({
  editorial,
  secret,
  log,
  now,
}: {
  editorial: EditorialDatabase;
  secret: string;
  log: Pick<Logger, 'error'>;
  now?: Clock;
}): AttemptLimits {
  const keyOf = (kind: string, counter: string, name: string): string =>
    createHmac('sha256', secret).update(`${kind}\0${counter}\0${name}`).digest('base64url');
  const countersOf = (kind: AttemptKind, caller: AttemptCaller) => {
    const limits: Partial<Record<keyof AttemptCaller, AttemptRule>> = rules[kind];
    // A trusted device has a counter of its own, so that attempts of others never delay it.
    const counters: (keyof AttemptCaller)[] =
      caller.device === undefined ? ['network', 'account'] : ['device'];
    return counters.flatMap((counter) => {
      const [name, rule] = [caller[counter], limits[counter]];
      return name === undefined || rule === undefined
        ? []
        : [{ counter, rule, key: keyOf(kind, counter, name) }];
    });
  };
  return {
    consume: async (kind, caller) => {
      const at = await momentOf({ editorial, now });
      for (const { key, rule } of countersOf(kind, caller)) {
        const delay = await consumeAttempt(editorial, key, rule, at);
        if (delay > 0) return Math.ceil(delay / second);
      }
      return 0;
    },
    succeed: async (kind, caller) => {
      try {
        for (const { key, counter } of countersOf(kind, caller))
          await (counter === 'network' ? refundAttempt : resetAttempts)(editorial, key);
      } catch (error) {
        log.error({ err: error }, 'attempts were not reset');
      }
    },
  };
}
