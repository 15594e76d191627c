import { kindsWith } from '@viewpoints/domain/kinds/kinds';

/** How many rows lists are asked for (LIMIT of SQL, not a rate limit); a statement is planned for each. */
const SIZES = [7, 21, 101] as const;

/**
 * How many rows to ask for where `wanted` are wanted: so many or a few more. Anybody may choose
 * the length of a list, and each statement that is planned for one takes memory of the database.
 */
export const limitBucket = (wanted: number): number =>
  SIZES.find((size) => size >= wanted) ?? Math.trunc(wanted);

/** Filters by something that a few rows of a list have, or a third of them: all but topics. */
const UNEVEN = kindsWith('feed')
  .filter((kind) => kind !== 'topic')
  .map((kind) => `${kind}Id`);

/**
 * Whether a list is planned each time it is asked for: because it is narrowed in more than one way,
 * one of very many that can be asked for, or by what is rare or common. One plan for all actors
 * would read everything that the commonest ever said to find the newest twenty.
 */
export const isUnprepared = (filter: object): boolean => {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return given.length > 1 || given.some(([name]) => UNEVEN.some((each) => each === name));
};
