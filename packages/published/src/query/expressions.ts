import {
  type AliasableExpression,
  type Expression,
  type ExpressionBuilder,
  expressionBuilder,
  type RawBuilder,
  sql,
} from '@viewpoints/db/generated/kysely';
import type { ReaderTables } from './reader-tables.ts';

/** The readers' tables with more added, by the aliases that a query gives them. */
type Scope<Named extends Record<string, keyof ReaderTables>> = ReaderTables & {
  [Name in keyof Named]: ReaderTables[Named[Name]];
};

/**
 * Builds conditions and columns on tables by the aliases of a query: `inScope<{ a:
 * 'published_article' }>()` for the article `a`.
 */
export const inScope = <Named extends Record<string, keyof ReaderTables>>(): ExpressionBuilder<
  Scope<Named>,
  keyof Named & string
> => expressionBuilder();

/*
 * Expressions that the query builder has no types for. Each has the same type for the database and
 * for the compiler, so that queries need no casts.
 */

/** The same value where others of its column may be null: for the parts of a union. */
export const nullable = <Value>(
  value: AliasableExpression<Value>,
): AliasableExpression<Value | null> => value;

/** A value of an enum as text, for a column that others have as text. */
export const asText = <Value extends string | null>(value: Expression<Value>): RawBuilder<Value> =>
  sql<Value>`${value}::text`;

/** How many rows there are; the driver would read a plain count as a string. */
export const countRows: RawBuilder<number> = sql<number>`count(*)::int`;

/** How many different values there are. */
export const countDistinct = (value: Expression<unknown>): RawBuilder<number> =>
  sql<number>`count(distinct ${value})::int`;

/** A whole number of a window, which the driver would read as a string. */
export const integer = (value: Expression<unknown>): RawBuilder<number> =>
  sql<number>`(${value})::int`;

/** The count that a subquery gives, which always has one row. */
export const countIn = (query: Expression<{ count: number }>): RawBuilder<number> =>
  sql<number>`${query}`;

/** The only column of a subquery, as a list. */
export const listIn = <Value>(query: Expression<{ value: Value }>): RawBuilder<Value[]> =>
  sql<Value[]>`array${query}`;

/** For `=`: any of these values, as one parameter. */
export const anyOf = <Value>(values: readonly Value[]): RawBuilder<Value> =>
  sql<Value>`any(${values})`;

/** The later of two times; the first where the second is null. */
export const latest = (one: Expression<Date>, other: Expression<Date | null>): RawBuilder<Date> =>
  sql<Date>`greatest(${one}, ${other})`;

/** The beginning of the month in a time zone. */
export const monthOf = (
  at: Expression<Date>,
  timeZone: string | Expression<string>,
): RawBuilder<Date> => sql<Date>`date_trunc('month', ${at} at time zone ${timeZone})`;

/** A month as "2026-11". */
export const monthText = (month: Expression<Date>): RawBuilder<string> =>
  sql<string>`to_char(${month}, 'YYYY-MM')`;

/** A key of stored JSON as text; null if it has none. */
export const keyText = (column: string, key: string): RawBuilder<string | null> =>
  sql<string | null>`${sql.ref(column)} ->> ${sql.lit(key)}`;
