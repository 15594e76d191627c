import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { storedSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import { isStoredWithWords } from './view-storage.ts';

/**
 * Removes everything public about a source at once, in one statement each for findings and
 * versions: attribution to it is withheld, and evidence that leads to it, its place in the list of
 * sources and its own page are removed. What may still be said is restored as each article is
 * rebuilt. Earlier versions, which are never rebuilt, are hidden.
 */
export async function withholdSource(
  tx: Transaction,
  sourceId: string,
  withheld: SourceView,
): Promise<void> {
  const [attribution, worded] = [storedSourceView(withheld), withheld].map((view) =>
    JSON.stringify(view),
  );
  const attributionIn = (articleId: Prisma.Sql) => Prisma.sql`
    CASE WHEN ${isStoredWithWords(articleId)} THEN ${worded}::jsonb ELSE ${attribution}::jsonb END`;
  await tx.$executeRaw`
    WITH used AS (
      SELECT DISTINCT finding_id FROM published_source_use WHERE source_id = ${sourceId}::uuid AND finding_id IS NOT NULL
    )
    UPDATE published_finding f SET
      source_id = NULL,
      view = jsonb_set(jsonb_set(f.view, '{attribution}', ${attributionIn(Prisma.sql`f.article_id`)}), '{locators}', '[]')
    FROM used WHERE f.id = used.finding_id AND f.withdrawn_at IS NULL`;
  await tx.$executeRaw`
    WITH used AS (
      SELECT article_id, array_agg(DISTINCT finding_id::text) AS findings
      FROM published_source_use WHERE source_id = ${sourceId}::uuid GROUP BY article_id
    )
    UPDATE published_version v SET view = CASE WHEN v.number < a.version THEN NULL ELSE
      jsonb_set(
        jsonb_set(v.view, '{sources}', coalesce((
          SELECT jsonb_agg(s ORDER BY n) FROM jsonb_array_elements(v.view -> 'sources') WITH ORDINALITY AS e(s, n)
          WHERE s ->> 'id' <> ${sourceId}), '[]')),
        '{findings}', coalesce((
          SELECT jsonb_agg(CASE WHEN f ->> 'id' = ANY(u.findings)
            THEN f || jsonb_build_object('attribution', ${attributionIn(Prisma.sql`a.id`)}, 'locators', '[]'::jsonb) ELSE f END ORDER BY n)
          FROM jsonb_array_elements(v.view -> 'findings') WITH ORDINALITY AS e(f, n)), '[]'))
      END
    FROM published_article a JOIN used u ON u.article_id = a.id
    WHERE a.id = v.article_id AND v.view IS NOT NULL`;
  await tx.$executeRaw`
    WITH used AS (SELECT DISTINCT article_id FROM published_source_use WHERE source_id = ${sourceId}::uuid),
    texts AS (
      DELETE FROM public_text t USING published_article a
      WHERE a.id = t.article_id AND t.kind = 'version' AND t.version < a.version AND a.id IN (SELECT article_id FROM used)
    ), entry AS (DELETE FROM public_text WHERE kind = 'source' AND ref_id = ${sourceId}::uuid),
    found AS (DELETE FROM search_document WHERE kind = 'source' AND id = ${sourceId}::uuid)
    DELETE FROM published_source WHERE source_id = ${sourceId}::uuid`;
}
