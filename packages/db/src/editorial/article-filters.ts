import { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { ArticleKind } from '@viewpoints/domain/pages/page-parent';
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

const States = z.union([ArticleState.transform((one) => [one]), z.array(ArticleState).max(20)]);

/**
 * A word of the body of an article (`a`), or one that begins so. In a query of its own, which the
 * database answers once from the index and not for each article.
 */
function isInBody(word: string): Prisma.Sql {
  const quoted = `'${word.replace(/[\\']/g, '\\$&')}':*`;
  return sql`a.id in (
    select b.id from article b where b.body_words @@ to_tsquery('simple', ${quoted}))`;
}

/** Every filter of the list of articles (`a`; published, `p`), by its name in the API and in addresses. */
const filters = {
  kind: listFilter({
    input: ArticleKind,
    own: (kind) => sql`a.kind = ${kind}::article_kind`,
    published: (kind) => (kind === 'page' ? sql`p.path is not null` : sql`p.path is null`),
  }),
  state: listFilter({
    input: States,
    own: (states) => sql`${states.length === 0} or a.state = any(${states}::article_state[])`,
    published: (states) => sql`${states.length === 0}
      or case when p.retracted then 'retracted' else 'published' end = any(${states}::text[])`,
  }),
  genre: listFilter({
    input: Genre,
    own: (genre) => sql`a.genre = ${genre}::genre`,
    published: (genre) => sql`p.genre = ${genre}::genre`,
  }),
  topic: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from article_topic t where t.article_id = a.id and t.topic_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_article_topic t where t.article_id = p.id and t.topic_id = ${id}::uuid)`,
  }),
  /** Who is named in the byline. */
  author: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from article_author w where w.article_id = a.id and w.author_id = ${id}::uuid)`,
    published: (id) => sql`exists (
      select from published_contributor w where w.article_id = p.id and w.author_id = ${id}::uuid)`,
  }),
  /** Who began it; the desk’s own, as the next two are. */
  owner: listFilter({
    input: Id,
    own: (id) => sql`a.created_by_id = ${id}::uuid`,
    published: () => sql`false`,
  }),
  /** The assignee. */
  assignee: listFilter({
    input: Id,
    own: (id) => sql`exists (
      select from assignment s where s.article_id = a.id and s.assignee_id = ${id}::uuid)`,
    published: () => sql`false`,
  }),
  /** Terms of a source that it, or a finding of it, rests on, or a finding’s own. */
  terms: listFilter({
    input: AttributionTerms,
    own: (terms) => sql`
      exists (select from article_source r join source s on s.id = r.source_id
        where r.article_id = a.id and s.terms = ${terms}::attribution_terms)
      or exists (select from finding f left join source s on s.id = f.source_id
        where f.article_id = a.id and ${terms}::attribution_terms in (f.terms, s.terms))
      or exists (select from finding f join finding_locator l on l.finding_id = f.id
        join source s on s.id = l.source_id
        where f.article_id = a.id and s.terms = ${terms}::attribution_terms)`,
    published: () => sql`false`,
  }),
  /** The first and the last day of its last change, in the journal’s time zone. */
  from: listFilter({
    input: ListDay,
    own: (day) => sinceDay(sql`a.saved_at`, day),
    published: (day) => sinceDay(sql`p.revised_at`, day),
  }),
  to: listFilter({
    input: ListDay,
    own: (day) => untilDay(sql`a.saved_at`, day),
    published: (day) => untilDay(sql`p.revised_at`, day),
  }),
  /** Words looked for in headline, standfirst and slug, and of a working copy in its body. */
  q: listFilter({
    input: text(200),
    own: (q) => containsText(q, [sql`a.headline`, sql`a.standfirst`, sql`a.slug`], isInBody),
    published: (q) =>
      containsText(q, [
        sql`p.summary ->> 'headline'`,
        sql`p.summary ->> 'standfirst'`,
        sql`p.slug`,
      ]),
  }),
};

/** The filters as fields of an input, each optional. */
export const articleFilterInputs = filterInputs(filters);

export type ArticleFilter = {
  [Name in keyof typeof filters]?: z.output<(typeof filters)[Name]['input']>;
};

/** The condition of all filters that are given, on an article (`a`) or a published one (`p`). */
export const articleCondition = (given: ArticleFilter, on: 'own' | 'published'): Prisma.Sql =>
  conditionOf(filters, given, on);
