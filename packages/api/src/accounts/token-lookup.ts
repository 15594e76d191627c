import type { EditorialDatabase } from '@viewpoints/db/client';
import { findUsableToken, type UsableToken } from '@viewpoints/db/editorial/access-tokens';
import type { Clock } from '../moment.ts';
import { RecentHashes } from './recent-hashes.ts';
import { secretHash } from './secrets.ts';

const minute = 60_000;

/** Looks up access tokens. What is wrong or was valid lately is remembered in this process, as hashes. */
export type TokenLookup = {
  /**
   * The token and its account; null if it is unknown, revoked or too old. Runs `beforeFirst` before the
   * database is queried for a token that was not valid here lately; an error of it ends the look-up.
   */
  find: (token: string, beforeFirst: () => void) => Promise<UsableToken | null>;
};

/**
 * A wrong token queries the database at most once a minute, since it never becomes valid: a program may go
 * on sending a revoked one. A valid one is looked up at each request, so that it ends at once.
 */
export function createTokenLookup({
  editorial,
  now,
}: {
  editorial: EditorialDatabase;
  now?: Clock;
}): TokenLookup {
  const wrong = new RecentHashes({ lifetime: minute, capacity: 10_000 });
  const valid = new RecentHashes({ lifetime: 60 * minute, capacity: 10_000 });
  return {
    find: async (token, beforeFirst) => {
      const hash = secretHash(token);
      if (wrong.has(hash, Date.now())) return null;
      if (!valid.has(hash, Date.now())) beforeFirst();
      const found = await findUsableToken(editorial, hash, now?.() ?? null);
      (found === null ? wrong : valid).add(hash, Date.now());
      return found;
    },
  };
}
