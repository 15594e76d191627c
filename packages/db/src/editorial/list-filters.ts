import { Day } from '@viewpoints/domain/values';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { countLimit } from './page.ts';

/**
 * A filter of an editors' list: its input, and its condition on a row of the working copy and on a
 * published one. Contributors see others' work as published, so `published` may filter only by
 * public values: a filter on anything else would reveal it.
 */
export type ListFilter<Input extends z.ZodType> = {
  input: Input;
  own: (value: z.output<Input>) => Prisma.Sql;
  published: (value: z.output<Input>) => Prisma.Sql;
};

type Filters = Record<string, ListFilter<z.ZodType>>;

/** A filter, whose input may be left out. */
export const listFilter = <Input extends z.ZodType>(row: ListFilter<Input>) => ({
  ...row,
  input: row.input.optional(),
});

/** The filters as fields of an input, each optional. */
export const filterInputs = <Of extends Record<string, { input: z.ZodType }>>(filters: Of) =>
  Object.fromEntries(Object.entries(filters).map(([name, { input }]) => [name, input])) as {
    [Name in keyof Of]: Of[Name]['input'];
  };

/** The condition of all filters that are given. */
export function conditionOf(
  filters: object,
  given: Readonly<Record<string, unknown>>,
  on: 'own' | 'published',
): Prisma.Sql {
  const conditions = Object.entries(filters as Filters).flatMap(([name, filter]) =>
    given[name] === undefined ? [] : [Prisma.sql`(${filter[on](given[name])})`],
  );
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ');
}

/** When a day begins where the journal is. */
const startOfDay = (day: Prisma.Sql) => Prisma.sql`(${day}::timestamp at time zone
  coalesce((select time_zone from journal where id = 1), 'UTC'))`;

/** Not before a day, in the journal's time zone. */
export const sinceDay = (at: Prisma.Sql, day: string) =>
  Prisma.sql`${at} >= ${startOfDay(Prisma.sql`${day}::date`)}`;

/** Not after a day, in the journal's time zone. */
export const untilDay = (at: Prisma.Sql, day: string) =>
  Prisma.sql`${at} < ${startOfDay(Prisma.sql`(${day}::date + 1)`)}`;

/** A day that a list may begin or end with: the database knows no year 0. */
export const ListDay = Day.refine((day) => day >= '0001', 'use a day such as 2031-05-14');

/** From the beginning of one day to the end of another. */
export type DayRange = { gte?: Date; lt?: Date };

/** The moments between two days, in the journal’s time zone; undefined if neither is given. */
export async function dayRange(
  db: Transaction,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<DayRange | undefined> {
  if (from === undefined && to === undefined) return undefined;
  const [range] = await parseRowsIn(
    db,
    z.object({ gte: z.date().nullable(), lt: z.date().nullable() }),
    Prisma.sql`
    select ${startOfDay(Prisma.sql`${from ?? null}::date`)} as gte,
           ${startOfDay(Prisma.sql`(${to ?? null}::date + 1)`)} as lt`,
  );
  return { ...(range?.gte ? { gte: range.gte } : {}), ...(range?.lt ? { lt: range.lt } : {}) };
}

/** How many rows a query gives, counted to one beyond what a list counts to. */
export async function countRows(db: Transaction, rows: Prisma.Sql): Promise<number> {
  const [counted] = await parseRowsIn(
    db,
    z.object({ count: z.number() }),
    Prisma.sql`
    select count(*)::int as count from (${rows} limit ${countLimit}) as counted`,
  );
  return counted?.count ?? 0;
}
