import { kindsWith } from '@viewpoints/domain/kinds/kinds';

/** The LIMITs that lists are queried with; each becomes a statement with a plan of its own. */
const SIZES = [7, 21, 101] as const;

/**
 * The LIMIT to query with if `limit` rows are wanted: so many or a few more. Any client may choose
 * the length of a list, and each prepared statement takes memory of the database.
 */
export const limitBucket = (limit: number): number =>
  SIZES.find((size) => size >= limit) ?? Math.trunc(limit);

/** Filters by something that a few rows of a list have, or a third of them: all but topics. */
const UNEVEN = kindsWith('feed')
  .filter((kind) => kind !== 'topic')
  .map((kind) => `${kind}Id`);

/**
 * Whether a list is planned at each query: because it has more than one filter, of which there are
 * very many combinations, or a filter whose values may be rare or common. One plan for all actors
 * would read all findings of the commonest to find the newest twenty.
 */
export const isUnprepared = (filter: object): boolean => {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return given.length > 1 || given.some(([name]) => UNEVEN.some((each) => each === name));
};
