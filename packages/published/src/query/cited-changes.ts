import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import type { CitedChange } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';
import { refOf } from './relations.ts';

type Row = ArticleRef & {
  kind: CitedChange['kind'];
  findingId: string | null;
  severity: CitedChange['severity'];
  why: string;
  at: Date;
  newId: string | null;
  newProposition: string | null;
  newSlug: string | null;
  newHeadline: string | null;
};

/**
 * What became of what an article cites, newest first: that a piece was retracted or a finding
 * withdrawn, whenever; and that one was corrected or replaced after the article's live version
 * came out, which could take account of what was before it.
 */
export async function listCitedChanges(
  db: ReaderDatabase,
  articleId: string,
): Promise<CitedChange[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH cites AS (
      SELECT DISTINCT c.cited_id, c.target_id, own.revised_at
      FROM published_citation c JOIN published_article own ON own.id = c.citing_id
      WHERE c.citing_id = ${articleId}::uuid AND NOT own.retracted
    ), change AS (
      SELECT DISTINCT 'retraction' AS kind, c.cited_id, NULL::uuid AS finding_id, NULL::text AS severity,
             k.why, k.at, NULL::uuid AS new_id
      FROM cites c JOIN published_correction k ON k.id = c.cited_id AND k.kind = 'retraction'
      UNION ALL
      SELECT DISTINCT 'correction', c.cited_id, NULL::uuid, k.severity::text, k.why, k.at, NULL::uuid
      FROM cites c CROSS JOIN LATERAL (
        SELECT * FROM published_correction each
        WHERE each.article_id = c.cited_id AND each.kind = 'correction' AND each.at > c.revised_at
          AND (c.target_id = c.cited_id OR each.finding_id IS NULL OR each.finding_id = c.target_id)
        ORDER BY each.at DESC LIMIT 1) k
      UNION ALL
      SELECT 'withdrawn_finding', c.cited_id, f.id, NULL, '', f.withdrawn_at, NULL
      FROM cites c JOIN published_finding f ON f.id = c.target_id WHERE f.withdrawn_at IS NOT NULL
      UNION ALL
      SELECT CASE s.kind WHEN 'correction' THEN 'corrected_finding' ELSE 'changed_position' END,
             c.cited_id, s.old_id, NULL, '', s.at, s.new_id
      FROM cites c JOIN published_supersession s ON s.old_id = c.target_id AND s.at > c.revised_at
    )
    SELECT change.kind, ${refColumns}, change.finding_id::text AS "findingId", change.severity, change.why, change.at,
           n.id::text AS "newId", n.view ->> 'proposition' AS "newProposition",
           n.view #>> '{article,slug}' AS "newSlug", n.view #>> '{article,headline}' AS "newHeadline"
    FROM change JOIN published_article a ON a.id = change.cited_id
    LEFT JOIN published_finding n ON n.id = change.new_id
    WHERE (change.kind = 'retraction' OR NOT a.retracted)
      AND (change.new_id IS NULL OR n.article_id <> ${articleId}::uuid)
    ORDER BY change.at DESC, a.id LIMIT 20`;
  return rows.map((row) => ({
    kind: row.kind,
    article: refOf(row),
    findingId: row.findingId,
    replacement: replacementOf(row),
    severity: row.severity,
    why: row.why,
    at: instant(row.at),
  }));
}

function replacementOf({ newId, newProposition, newSlug, newHeadline }: Row) {
  if (newId === null || newProposition === null) return null;
  return {
    id: newId,
    proposition: newProposition,
    article: { slug: newSlug ?? '', headline: newHeadline ?? '' },
  };
}
