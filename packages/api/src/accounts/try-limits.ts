import { createHmac } from 'node:crypto';
import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  forgetTries,
  returnTry,
  type TryRule,
  takeTry,
} from '@viewpoints/db/editorial/rate-limits';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const guessing: TryRule = {
  free: 10,
  firstWait: 30 * second,
  longestWait: 15 * minute,
  forgotten: day,
};
const hurrying: TryRule = {
  free: 10,
  firstWait: 15 * second,
  longestWait: minute,
  forgotten: 5 * minute,
};

/**
 * How often a network, an account or a device may try what gives an account or could be guessed at.
 * The waits of an account are short and grow, and end: nobody is locked out by others for good.
 */
const rules = {
  sign_in: {
    network: hurrying,
    account: guessing,
    /** A browser in which somebody has signed in to this account before. */
    device: guessing,
  },
  reset_request: {
    network: { free: 5, firstWait: minute, longestWait: 5 * minute, forgotten: 15 * minute },
    account: { free: 3, firstWait: 5 * minute, longestWait: 60 * minute, forgotten: day },
  },
  reset: { network: hurrying },
  change_password: { network: hurrying, account: guessing },
  set_up: {
    network: { free: 10, firstWait: minute, longestWait: 10 * minute, forgotten: 10 * minute },
  },
  invitation: {
    network: { free: 30, firstWait: 20 * second, longestWait: 10 * minute, forgotten: 10 * minute },
  },
} satisfies Record<string, Partial<Record<'network' | 'account' | 'device', TryRule>>>;

export type Tried = keyof typeof rules;

/** Who tries: a network always, and whose account or which known device, where that is known. */
export type By = { network: string; account?: string; device?: string };

/** Limits on tries, counted over all instances, by keyed hashes: nothing counted can be read back. */
export type TryLimits = {
  /** Counts a try and answers 0; or counts nothing and answers after how many seconds to try again. */
  begin: (what: Tried, by: By) => Promise<number>;
  /** The try was right: it does not count, nor do those on the account before it. */
  succeed: (what: Tried, by: By) => Promise<void>;
};

export function createTryLimits({
  editorial,
  secret,
  now,
}: {
  editorial: EditorialDatabase;
  secret: string;
  now: () => Date;
}): TryLimits {
  const keyOf = (what: string, kind: string, name: string): string =>
    createHmac('sha256', secret).update(`${what}\0${kind}\0${name}`).digest('base64url');
  const countersOf = (what: Tried, by: By) => {
    const limits: Partial<Record<keyof By, TryRule>> = rules[what];
    // A known device answers for itself alone: nobody else's tries stand in its way.
    const kinds: (keyof By)[] = by.device === undefined ? ['network', 'account'] : ['device'];
    return kinds.flatMap((kind) => {
      const [name, rule] = [by[kind], limits[kind]];
      return name === undefined || rule === undefined
        ? []
        : [{ kind, rule, key: keyOf(what, kind, name) }];
    });
  };
  return {
    begin: async (what, by) => {
      for (const { key, rule } of countersOf(what, by)) {
        const wait = await takeTry(editorial, key, rule, now());
        if (wait > 0) return Math.ceil(wait / second);
      }
      return 0;
    },
    succeed: async (what, by) => {
      for (const { key, kind } of countersOf(what, by))
        await (kind === 'network' ? returnTry : forgetTries)(editorial, key);
    },
  };
}
