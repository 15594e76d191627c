import type { Transaction } from '@viewpoints/db/client';

/**
 * Recounts the findings in these articles, and in those whose findings theirs have replaced, as
 * summaries show it: by the rule of `countsInVersion`, and by the replacements that readers can see
 * at `now`. The view of an article that is being published cannot know of those.
 */
export async function countFindings(
  tx: Transaction,
  articleIds: readonly string[],
  now: Date,
): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.$executeRaw`
    WITH given AS (SELECT unnest(${[...articleIds]}::uuid[]) AS id),
    touched AS (
      SELECT id FROM given
      UNION SELECT o.article_id FROM given JOIN published_finding n ON n.article_id = given.id
        JOIN published_supersession s ON s.new_id = n.id JOIN published_finding o ON o.id = s.old_id
    ), counted AS (
      SELECT touched.id, count(f.id)::int AS findings
      FROM touched
      LEFT JOIN published_finding f ON f.article_id = touched.id
        AND f.withdrawn_at IS NULL AND f.number IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM published_supersession s JOIN published_finding n ON n.id = s.new_id
          WHERE s.old_id = f.id AND n.visible_from <= ${now}
            AND (s.kind = 'correction' OR f.view -> 'quote' = 'null'))
      GROUP BY touched.id
    )
    UPDATE published_article a
    SET summary = jsonb_set(a.summary, '{findingCount}', to_jsonb(c.findings))
    FROM counted c
    WHERE a.id = c.id AND NOT a.retracted AND (a.summary ->> 'findingCount')::int <> c.findings`;
}
