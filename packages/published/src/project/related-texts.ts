import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { mayProtect } from './protecting-sources.ts';

/** A text of another article that pages of this one show, or would. */
export type RelatedText = { articleId: string; text: string; at: string };

/**
 * What the pages of an article show of other published articles: of those it picks, that are parts of
 * its series, translations of it, cite it, are cited by it, or are linked by their findings.
 */
export async function listRelatedTexts(
  db: Transaction,
  articleId: string,
  { pickIds, seriesId, translationGroup }: RelationIds,
): Promise<RelatedText[]> {
  return db.$queryRaw<RelatedText[]>`
    WITH joined AS (${relatedArticles(articleId, { pickIds, seriesId, translationGroup })}),
    head AS (
      SELECT j.how, a.id, a.summary FROM joined j JOIN published_article a ON a.id = j.id WHERE NOT a.retracted
    )
    SELECT DISTINCT head.id::text AS "articleId", t.text, head.how || '.' || head.id AS at
    FROM head CROSS JOIN LATERAL (
      VALUES (head.summary ->> 'headline'), (head.summary ->> 'standfirst'), (head.summary ->> 'section'), (head.summary ->> 'slug')
    ) AS t(text) WHERE t.text <> ''
    UNION
    SELECT f.article_id::text, f.view ->> 'proposition', 'links.' || f.id
    FROM (${linkedFindings(articleId)}) l JOIN published_finding f ON f.id = l.id
    WHERE f.article_id <> ${articleId}::uuid AND f.withdrawn_at IS NULL`;
}

/**
 * Ids of sources that other articles rest on whose pages show the head of this one, as far as terms
 * protect those sources.
 */
export async function listRelatedSources(
  db: Transaction,
  articleId: string,
  by: RelationIds,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH joined AS (
      ${relatedArticles(articleId, by)}
      UNION SELECT 'links', f.article_id FROM (${linkedFindings(articleId)}) l JOIN published_finding f ON f.id = l.id
    )
    SELECT DISTINCT s.id::text FROM joined j
    JOIN published_source_use u ON u.article_id = j.id JOIN source s ON s.id = u.source_id
    WHERE j.id <> ${articleId}::uuid AND ${mayProtect} ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** What joins an article to others beside what is published of it. */
export type RelationIds = {
  pickIds: readonly string[];
  seriesId: string | null;
  translationGroup: string;
};

function relatedArticles(
  articleId: string,
  { pickIds, seriesId, translationGroup }: RelationIds,
): Prisma.Sql {
  return Prisma.sql`
    SELECT 'picks' AS how, unnest(${[...pickIds]}::uuid[]) AS id
    UNION SELECT 'pickedBy', article_id FROM published_pick WHERE picked_id = ${articleId}::uuid
    UNION SELECT 'series', article_id FROM published_part
      WHERE series_id = ${seriesId}::uuid AND article_id <> ${articleId}::uuid
    UNION SELECT 'translations', id FROM published_article
      WHERE translation_group = ${translationGroup}::uuid AND id <> ${articleId}::uuid
    UNION SELECT 'citedBy', citing_id FROM published_citation WHERE cited_id = ${articleId}::uuid
    UNION SELECT 'cites', cited_id FROM published_citation WHERE citing_id = ${articleId}::uuid`;
}

/** Findings that those of an article are linked to, replace or are replaced by. */
function linkedFindings(articleId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT CASE WHEN f.id = c.a THEN c.b ELSE c.a END AS id
    FROM finding f
    JOIN (SELECT from_id AS a, to_id AS b FROM finding_link UNION SELECT old_id, new_id FROM supersession) c
      ON f.id IN (c.a, c.b)
    WHERE f.article_id = ${articleId}::uuid`;
}
