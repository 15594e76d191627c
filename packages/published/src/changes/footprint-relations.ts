import { Prisma } from '@viewpoints/db/generated/client';
import { z } from 'zod';

/** Something joined to an article that shows it, or shows what became of it. */
export const RelationRow = z.object({
  kind: z.enum(['article', 'finding', 'series', 'month']),
  key: z.string(),
  print: z.string(),
});

/**
 * The query for what other pages show because of an article at `now`: its series, its translations,
 * what picked it, what it cites, and what cites it where something became of it.
 */
export function relationRows(articleId: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    WITH own AS (
      SELECT id, slug, language, retracted, translation_group, summary ->> 'headline' AS headline
      FROM published_article WHERE id = ${articleId}::uuid AND visible_from <= ${now}
    )
    SELECT 'series' AS kind, s.slug AS key, concat_ws(' ', own.id, p.part, own.slug, own.headline, own.language, own.translation_group) AS print
    FROM own JOIN published_part p ON p.article_id = own.id JOIN series s ON s.id = p.series_id
    UNION ALL
    SELECT 'article', o.id::text, concat_ws(' ', 'in', own.language, own.slug, own.headline)
    FROM own JOIN published_article o ON o.translation_group = own.translation_group AND o.id <> own.id
    WHERE NOT own.retracted AND o.visible_from <= ${now}
    UNION ALL
    SELECT 'month', to_char(o.published_at AT TIME ZONE 'UTC', 'YYYY-MM'), concat_ws(' ', 'in', own.language, own.slug)
    FROM own JOIN published_article o ON o.translation_group = own.translation_group AND o.id <> own.id
    WHERE NOT own.retracted AND o.visible_from <= ${now}
    UNION ALL
    SELECT 'article', o.id::text, concat('picked ', own.id)
    FROM own JOIN published_pick p ON p.picked_id = own.id JOIN published_article o ON o.id = p.article_id
    WHERE NOT own.retracted AND o.visible_from <= ${now}
    UNION ALL
    SELECT 'article', o.id::text, concat_ws(' ', 'cited in', own.slug, own.headline)
    FROM own JOIN published_citation c ON c.citing_id = own.id JOIN published_article o ON o.id = c.cited_id
    WHERE o.visible_from <= ${now}
    UNION ALL
    SELECT 'finding', f.id::text, concat_ws(' ', 'cited in', own.slug, own.headline)
    FROM own JOIN published_citation c ON c.citing_id = own.id JOIN published_finding f ON f.id = c.target_id
    WHERE f.visible_from <= ${now}
    UNION ALL
    SELECT 'article', o.id::text,
           concat_ws(' ', 'became', own.slug, own.headline, own.retracted, k.count, k.latest, f.withdrawn_at, s.new_id)
    FROM own JOIN published_citation c ON c.cited_id = own.id JOIN published_article o ON o.id = c.citing_id
    CROSS JOIN (SELECT count(*), max(at) AS latest FROM published_correction
                WHERE article_id = ${articleId}::uuid AND visible_from <= ${now}) k
    LEFT JOIN published_finding f ON f.id = c.target_id
    -- That it was replaced by a finding of its own, the citing article does not tell.
    LEFT JOIN published_supersession s ON s.old_id = c.target_id
      AND NOT EXISTS (SELECT FROM published_finding n WHERE n.id = s.new_id AND n.article_id = o.id)
    WHERE o.visible_from <= ${now} AND (own.retracted OR k.count > 0 OR f.withdrawn_at IS NOT NULL OR s.new_id IS NOT NULL)
    UNION ALL
    SELECT 'article', o.id::text, concat_ws(' ', 'replaced', s.old_id, n.id, md5(n.view ->> 'proposition'))
    FROM own JOIN published_finding n ON n.article_id = own.id
    JOIN published_supersession s ON s.new_id = n.id
    JOIN published_citation c ON c.target_id = s.old_id AND c.citing_id <> own.id
    JOIN published_article o ON o.id = c.citing_id
    WHERE n.visible_from <= ${now} AND o.visible_from <= ${now}`;
}
