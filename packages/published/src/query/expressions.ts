import { type Expression, type RawBuilder, sql } from '@viewpoints/db/generated/kysely';

/*
 * Casts of SQL whose type the query builder cannot know: each says the same to the database and to the
 * compiler, so that no query has to say a type by itself.
 */

/** A count or another whole number, which the driver would otherwise read as a string. */
export const integer = (value: Expression<unknown>): RawBuilder<number> =>
  sql<number>`(${value})::int`;

/** How many rows there are. */
export const countRows: RawBuilder<number> = sql<number>`count(*)::int`;

/** The count that a subquery gives, which always has one row. */
export const countIn = (query: Expression<{ count: number }>): RawBuilder<number> =>
  sql<number>`${query}`;
