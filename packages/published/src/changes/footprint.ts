import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { isKindWith, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { z } from 'zod';
import { mentionedEntry } from '../kinds.ts';
import { filteredFields } from '../query/finding-filters.ts';
import { lastVersionText } from '../query/finding-rows.ts';
import { RelationRow, relationRows } from './footprint-relations.ts';
import { shownNullResults, tagsOfNullResult } from './null-result-tags.ts';
import { listTag, type Tag, tag } from './tags.ts';

/**
 * All that readers may see because of one article: each tag with a fingerprint of what it covers.
 * Comparing the footprints before and after a change gives exactly the tags that it touched.
 */
export type Footprint = ReadonlyMap<Tag, string>;

const FindingRow = z.object({
  id: z.string(),
  month: z.string(),
  print: z.string(),
  withdrawn: z.boolean(),
  /** Replaced by a correction: nobody's position. */
  corrected: z.boolean(),
  /** The values that lists can be filtered by, other than actors and issues. */
  narrowing: z.string(),
  actors: z.array(z.string()),
  issues: z.array(z.string()),
});
const MentionRow = z.object({
  kind: z.enum(kindsWhere('entry', 'catalogue')),
  slug: z.string(),
  sole: z.boolean(),
});
const LinkRow = z.object({
  end: z.string(),
  other: z.string(),
  /** The article of the other. */
  otherArticle: z.string(),
  endMonth: z.string(),
  otherMonth: z.string(),
  print: z.string(),
});
const ArticleRow = z.object({
  slug: z.string(),
  path: z.string().nullable(),
  month: z.string(),
  print: z.string(),
  place: z.string(),
  /** The group of translations: lists show each group once. */
  listed: z.string(),
  findings: z.array(FindingRow),
  mentions: z.array(MentionRow),
  sources: z.array(z.object({ slug: z.string(), print: z.string() })),
  corrections: z.array(z.object({ id: z.string(), print: z.string() })),
  connections: z.array(LinkRow),
  joins: z.array(RelationRow),
  nullResults: z.array(z.object({ id: z.string(), actor: z.string(), issue: z.string() })),
});

/** The rows of a query as one value, so that everything comes in one answer. */
const listOf = (query: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(each)), '[]') FROM (${query}) AS each)`;

/** The footprint of an article at `now`; empty while readers cannot see it. */
export async function footprintOf(
  tx: Transaction,
  articleId: string,
  now: Date,
): Promise<Footprint> {
  // In SQL: its lists come as JSON in one answer, and the kinds decide what they are read from.
  const [article] = await parseRowsIn(
    tx,
    ArticleRow,
    Prisma.sql`
    SELECT a.slug, a.path, to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
           md5(concat_ws('|', a.summary, a.retracted, v.view, ${noticesOf(articleId, now)})) AS print,
           concat_ws('|', a.published_at, a.retracted) AS place,
           concat_ws('|', a.genre, (
             SELECT concat_ws('|', a.translation_group, a.language, a.retracted)
             WHERE EXISTS (SELECT FROM published_article o
                           WHERE o.translation_group = a.translation_group AND o.id <> a.id
                             AND o.visible_from <= ${now}))) AS listed,
           ${listOf(findingRows(articleId, now))} AS findings, ${listOf(mentionRows(articleId, now))} AS mentions,
           ${listOf(sourceRows(articleId))} AS sources, ${listOf(correctionRows(articleId, now))} AS corrections,
           ${listOf(connectionRows(articleId, now))} AS connections, ${listOf(relationRows(articleId, now))} AS joins,
           ${listOf(nullResultRows(articleId, now))} AS "nullResults"
    FROM published_article a
    LEFT JOIN published_version v ON v.article_id = a.id AND v.number = a.version
    WHERE a.id = ${articleId}::uuid AND a.visible_from <= ${now}`,
  );
  if (article === undefined) return new Map();
  const { findings } = article;
  const shown = findings.filter(({ withdrawn }) => !withdrawn);
  const prints = new Map<Tag, string[]>();
  const add = (key: Tag, print: string) => {
    const listed = prints.get(key);
    if (listed === undefined) prints.set(key, [print]);
    else listed.push(print);
  };

  if (article.path !== null) {
    // Every page names those around it: all are dropped together.
    const print = `${article.path} ${article.print} ${article.listed}`;
    return new Map([
      [tag.page(articleId), print],
      ['list:pages', print],
      [tag.slug(article.slug), articleId],
    ]);
  }
  add(tag.article(articleId), article.print);
  add(tag.slug(article.slug), articleId);
  // A list may be narrowed to a genre, and shows what is in several languages in one of them.
  add('list:articles', `${article.place} ${article.listed}`);
  add('list:changes', article.print);
  add(tag.month(article.month), article.print);
  add('front', `${article.place} ${article.listed}`);
  for (const { id, month, withdrawn, print } of findings) {
    add(tag.finding(id), print);
    add(tag.month(month), `${id} ${withdrawn}`);
  }
  for (const { id, narrowing, corrected, actors, issues } of shown) {
    // The list may be narrowed to a stance or a language.
    add('list:findings', `${id} ${narrowing}`);
    add('front', id);
    if (corrected) continue;
    for (const actor of actors) add(tag.actor(actor), `${id} ${issues}`);
    for (const issue of issues) add(tag.issue(issue), `${id} ${actors}`);
    for (const actor of actors) for (const issue of issues) add(tag.position(actor, issue), id);
  }
  for (const { kind, slug, sole } of article.mentions) {
    add(tag.slug(slug), kind);
    if (isKindWith('tag', kind)) add(tag[kind](slug), `mentioned ${article.listed}`);
    if (sole && isKindWith('listTag', kind)) add(listTag[kind], slug);
  }
  for (const { slug, print } of article.sources) {
    add(tag.source(slug), print);
    add(tag.slug(slug), 'source');
  }
  for (const { id, print } of article.corrections) add('list:corrections', `${id} ${print}`);
  for (const connection of article.connections) {
    const { end, other, print } = connection;
    add(tag.finding(end), print);
    add(tag.finding(other), print);
    if (!/^(?:position_change|correction) /.test(print)) continue;
    // The front page shows current findings, and both articles show what replaced theirs.
    add('front', print);
    add(tag.article(articleId), print);
    add(tag.article(connection.otherArticle), print);
    add(tag.month(connection.endMonth), print);
    add(tag.month(connection.otherMonth), print);
  }
  for (const { kind, key, print } of article.joins) add(tag[kind](key), print);
  for (const each of article.nullResults)
    for (const key of tagsOfNullResult(each)) add(key, `not found ${each.id}`);
  return new Map([...prints].map(([key, listed]) => [key, listed.sort().join(' ')]));
}

/** The tags whose fingerprint changed, or that were removed or added. */
export function changedTags(before: Footprint, after: Footprint): Tag[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key),
  );
}

/**
 * What the pages of an article show in addition to its text, which no version stores: its notices,
 * the notes of its versions, and which of those can still be read.
 */
function noticesOf(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_agg(jsonb_build_array(o.number, o.note, o.view IS NULL) ORDER BY o.number)
    FROM published_version o WHERE o.article_id = ${articleId}::uuid AND o.visible_from <= ${now}
  ), (
    SELECT jsonb_agg(jsonb_build_array(c.id, c.was, c.now, c.why, c.severity) ORDER BY c.id)
    FROM published_correction c WHERE c.article_id = ${articleId}::uuid AND c.visible_from <= ${now})`;
}

const filteredTexts = filteredFields.map((field) => `f.view ->> '${field}'`).join(', ');

function findingRows(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT f.id::text, to_char(f.published_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
           md5(concat_ws('|', f.view, ${Prisma.raw(lastVersionText)})) AS print, f.withdrawn_at IS NOT NULL AS withdrawn,
           concat_ws(' ', f.stance, ${Prisma.raw(filteredTexts)}) AS narrowing,
           EXISTS (SELECT FROM published_supersession s
                   WHERE s.old_id = f.id AND s.kind = 'correction') AS corrected,
           ARRAY(SELECT a.slug FROM published_holding h JOIN actor a ON a.id = h.actor_id
                 WHERE h.finding_id = f.id ORDER BY a.slug) AS actors,
           ARRAY(SELECT i.slug FROM published_about p JOIN issue i ON i.id = p.issue_id
                 WHERE p.finding_id = f.id ORDER BY i.slug) AS issues
    FROM published_finding f
    WHERE f.article_id = ${articleId}::uuid AND f.visible_from <= ${now}
    ORDER BY f.id`;
}

/** `sole`: no other article that readers can see mentions it, so it comes and goes with this one. */
function mentionRows(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT m.kind::text, coalesce(${mentionedEntry.slugs}) AS slug,
           NOT EXISTS (
             SELECT FROM published_mention o JOIN published_article oa ON oa.id = o.article_id
             WHERE o.kind = m.kind AND o.ref_id = m.ref_id AND o.article_id <> m.article_id
               AND oa.visible_from <= ${now}) AS sole
    FROM published_mention m
    ${mentionedEntry.joins}
    WHERE m.article_id = ${articleId}::uuid
      AND coalesce(${mentionedEntry.slugs}) IS NOT NULL`;
}

function sourceRows(articleId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT slug, md5(view::text) AS print FROM published_source WHERE article_id = ${articleId}::uuid`;
}

function correctionRows(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id::text, md5(concat_ws('|', was, now, why, severity)) AS print FROM published_correction c
    WHERE c.article_id = ${articleId}::uuid AND c.visible_from <= ${now}`;
}

/** Null results of actors and issues that it mentions: they come and go with what mentions those. */
function nullResultRows(articleId: string, now: Date): Prisma.Sql {
  const mentioned = Prisma.sql`
    SELECT r.id FROM published_mention o
    JOIN published_null_result r ON (o.kind = 'actor' AND r.actor_id = o.ref_id) OR (o.kind = 'issue' AND r.issue_id = o.ref_id)
    WHERE o.article_id = ${articleId}::uuid`;
  return shownNullResults(Prisma.sql`n.id IN (${mentioned})`, now);
}

/** Links and supersessions of which readers can see both ends; each end's page shows the other. */
function connectionRows(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    WITH connection AS (
      SELECT kind::text, from_id, to_id FROM published_link
      UNION ALL SELECT kind::text, old_id, new_id FROM published_supersession)
    SELECT e.id::text AS "end", o.id::text AS "other", o.article_id::text AS "otherArticle",
           to_char(e.published_at AT TIME ZONE 'UTC', 'YYYY-MM') AS "endMonth",
           to_char(o.published_at AT TIME ZONE 'UTC', 'YYYY-MM') AS "otherMonth",
           concat_ws(' ', c.kind, c.from_id, c.to_id,
             md5(concat_ws('|', e.view -> 'proposition', e.view -> 'article', o.view -> 'proposition'))) AS print
    FROM connection c
    JOIN published_finding e ON e.id IN (c.from_id, c.to_id)
    JOIN published_finding o ON o.id IN (c.from_id, c.to_id) AND o.id <> e.id
    WHERE e.article_id = ${articleId}::uuid AND e.visible_from <= ${now} AND o.visible_from <= ${now}`;
}
