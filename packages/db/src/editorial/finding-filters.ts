import { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { FindingState, ReviewDue } from '@viewpoints/domain/findings/finding';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { Prisma } from '../generated/client.ts';
import {
  conditionOf,
  filterInputs,
  ListDay,
  listFilter,
  sinceDay,
  untilDay,
} from './list-filters.ts';
import { containsText } from './ownership.ts';

const { sql } = Prisma;

/** The public state of a finding. */
export const publicState = sql`case when exists (
  select from published_supersession s join published_finding n on n.id = s.new_id
  where s.old_id = p.id and n.visible_from <= now()) then 'superseded' else 'published' end`;

const States = z.union([FindingState.transform((one) => [one]), z.array(FindingState).max(10)]);

/** The day on which it is so many days from now where the journal is, as YYYY-MM-DD. */
export const dayFromNow = (days: number) => sql`to_char(
  now() at time zone coalesce((select time_zone from journal where id = 1), 'UTC')
    + make_interval(days => ${days}::int), 'YYYY-MM-DD')`;

/** Closed findings are not looked at again. */
const isOpen = sql`f.state in ('proposed', 'verified', 'published')`;

const whenDue: Record<ReviewDue, Prisma.Sql> = {
  overdue: sql`${isOpen} and f.review_by < ${dayFromNow(0)}`,
  soon: sql`${isOpen} and f.review_by between ${dayFromNow(0)} and ${dayFromNow(30)}`,
  none: sql`f.review_by is null`,
};

/** Every filter, by its name in the API and in the address of the screen. */
const filters = {
  state: listFilter({
    input: States,
    own: (states) => sql`${states.length === 0} or f.state = any(${states}::finding_state[])`,
    published: (states) => sql`${states.length === 0} or ${publicState} = any(${states}::text[])`,
  }),
  stance: listFilter({
    input: Stance,
    own: (stance) => sql`f.stance = ${stance}::stance`,
    published: (stance) => sql`p.stance = ${stance}::stance`,
  }),
  article: listFilter({
    input: Id,
    own: (id) => sql`f.article_id = ${id}::uuid`,
    published: (id) => sql`p.article_id = ${id}::uuid`,
  }),
  actor: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from finding_holder h where h.finding_id = f.id and h.actor_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_holding h where h.finding_id = p.id and h.actor_id = ${id}::uuid)`,
  }),
  issue: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from finding_issue i where i.finding_id = f.id and i.issue_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_about i where i.finding_id = p.id and i.issue_id = ${id}::uuid)`,
  }),
  source: listFilter({
    input: Id,
    own: (id) => sql`f.source_id = ${id}::uuid`,
    published: (id) => sql`p.source_id = ${id}::uuid`,
  }),
  review: listFilter({
    input: ReviewDue,
    own: (due) => whenDue[due],
    published: (due) => sql`${due === 'none'}`,
  }),
  /** Who may be named in the byline of its article. */
  author: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from article_author w where w.article_id = f.article_id and w.author_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_contributor w
      where w.article_id = p.article_id and w.author_id = ${id}::uuid)`,
  }),
  /** Who proposed it; the desk’s own. */
  proposer: listFilter({
    input: Id,
    own: (id) => sql`f.proposed_by_id = ${id}::uuid`,
    published: () => sql`false`,
  }),
  /** Its own terms or those of its source, whichever are narrower; for readers, the published ones. */
  terms: listFilter({
    input: AttributionTerms,
    own: (terms) => sql`greatest(f.terms, (select s.terms from source s where s.id = f.source_id))
      = ${terms}::attribution_terms`,
    published: (terms) => sql`p.view #>> '{attribution,terms}' = ${terms}`,
  }),
  /** The first and the last day of its last change, in the journal’s time zone. */
  from: listFilter({
    input: ListDay,
    own: (day) => sinceDay(sql`f.updated_at`, day),
    published: (day) => sinceDay(sql`p.published_at`, day),
  }),
  to: listFilter({
    input: ListDay,
    own: (day) => untilDay(sql`f.updated_at`, day),
    published: (day) => untilDay(sql`p.published_at`, day),
  }),
  /** Words looked for in the proposition and the quote. */
  q: listFilter({
    input: text(200),
    own: (q) => containsText(q, [sql`f.proposition`, sql`f.quote_exact`]),
    published: (q) =>
      containsText(q, [sql`p.view ->> 'proposition'`, sql`p.view #>> '{quote,exact}'`]),
  }),
};

/** The filters as fields of an input, each optional. */
export const findingFilterInputs = filterInputs(filters);

export type FindingFilter = {
  [Name in keyof typeof filters]?: z.output<(typeof filters)[Name]['input']>;
};

/** The condition of all filters that are given, on a finding (`f`) or a published one (`p`). */
export const filterCondition = (given: FindingFilter, on: 'own' | 'published'): Prisma.Sql =>
  conditionOf(filters, given, on);
