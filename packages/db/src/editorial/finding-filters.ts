import { FindingState, ReviewDue, Stance } from '@viewpoints/domain/findings/finding';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { Prisma } from '../generated/client.ts';
import { containsText } from './ownership.ts';

/**
 * A filter of the editors' list of findings: its input, and its condition on a finding (`f`) and on a
 * published one (`p`). Contributors see others' findings as published, so `published` may ask only for
 * what readers have: a filter on anything else would give it away.
 */
type Filter<Input extends z.ZodType> = {
  input: Input;
  own: (value: z.output<Input>) => Prisma.Sql;
  published: (value: z.output<Input>) => Prisma.Sql;
};
const filter = <Input extends z.ZodType>(row: Filter<Input>) => ({
  ...row,
  input: row.input.optional(),
});

const { sql } = Prisma;

/** What readers know of a published finding's state. */
export const publicState = sql`case when exists (
  select from published_supersession s join published_finding n on n.id = s.new_id
  where s.old_id = p.id and n.visible_from <= now()) then 'superseded' else 'published' end`;

const States = z.union([FindingState.transform((one) => [one]), z.array(FindingState).max(10)]);

/** The day on which it is so many days from now where the journal is, as YYYY-MM-DD. */
export const dayFromNow = (days: number) => sql`to_char(
  now() at time zone coalesce((select time_zone from journal where id = 1), 'UTC')
    + make_interval(days => ${days}::int), 'YYYY-MM-DD')`;

/** Settled findings are not looked at again. */
const isOpen = sql`f.state in ('proposed', 'verified', 'published')`;

const whenDue: Record<ReviewDue, Prisma.Sql> = {
  overdue: sql`${isOpen} and f.review_by < ${dayFromNow(0)}`,
  soon: sql`${isOpen} and f.review_by between ${dayFromNow(0)} and ${dayFromNow(30)}`,
  none: sql`f.review_by is null`,
};

/** Every filter, by its name in the API and in the address of the screen. */
const filters = {
  state: filter({
    input: States,
    own: (states) => sql`${states.length === 0} or f.state = any(${states}::finding_state[])`,
    published: (states) => sql`${states.length === 0} or ${publicState} = any(${states}::text[])`,
  }),
  stance: filter({
    input: Stance,
    own: (stance) => sql`f.stance = ${stance}::stance`,
    published: (stance) => sql`p.stance = ${stance}::stance`,
  }),
  article: filter({
    input: Id,
    own: (id) => sql`f.article_id = ${id}::uuid`,
    published: (id) => sql`p.article_id = ${id}::uuid`,
  }),
  actor: filter({
    input: Id,
    own: (id) => sql`exists (
      select from finding_holder h where h.finding_id = f.id and h.actor_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_holding h where h.finding_id = p.id and h.actor_id = ${id}::uuid)`,
  }),
  issue: filter({
    input: Id,
    own: (id) => sql`exists (
      select from finding_issue i where i.finding_id = f.id and i.issue_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_about i where i.finding_id = p.id and i.issue_id = ${id}::uuid)`,
  }),
  source: filter({
    input: Id,
    own: (id) => sql`f.source_id = ${id}::uuid`,
    published: (id) => sql`p.source_id = ${id}::uuid`,
  }),
  review: filter({
    input: ReviewDue,
    own: (due) => whenDue[due],
    published: (due) => sql`${due === 'none'}`,
  }),
  /** Words looked for in the proposition and the quote. */
  q: filter({
    input: text(200),
    own: (q) => containsText(q, [sql`f.proposition`, sql`f.quote_exact`]),
    published: (q) =>
      containsText(q, [sql`p.view ->> 'proposition'`, sql`p.view #>> '{quote,exact}'`]),
  }),
};

const names = Object.keys(filters) as (keyof typeof filters)[];

/** The filters as fields of an input, each optional. */
export const findingFilterInputs = Object.fromEntries(
  names.map((name) => [name, filters[name].input]),
) as { [Name in keyof typeof filters]: (typeof filters)[Name]['input'] };

export type FindingFilter = {
  [Name in keyof typeof filters]?: z.output<(typeof filters)[Name]['input']>;
};

/** The condition of all filters that are given. */
export function filterCondition(given: FindingFilter, on: 'own' | 'published'): Prisma.Sql {
  const conditions = names.flatMap((name) => {
    const value = given[name];
    if (value === undefined) return [];
    const { [on]: condition } = filters[name] as unknown as Filter<z.ZodType>;
    return [sql`(${condition(value)})`];
  });
  return conditions.length === 0 ? sql`true` : Prisma.join(conditions, ' and ');
}
