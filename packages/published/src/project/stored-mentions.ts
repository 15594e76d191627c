import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn, selectRowsIn } from '@viewpoints/db/statement';
import type { Needle } from '@viewpoints/domain/attribution/needle';
import { z } from 'zod';
import { anyOf } from '../query/expressions.ts';
import { isUnchecked } from './unchecked-articles.ts';

/** A stored, folded public text in which a needle occurs. */
export type StoredMention = z.infer<typeof StoredMention>;
const StoredMention = z.object({
  articleId: z.string(),
  /** The kind of public text. */
  kind: z.string(),
  refId: z.string().nullable(),
  version: z.number().nullable(),
  place: z.string(),
  /** The index of the needle in the given list. */
  needle: z.number(),
});

/**
 * Finds needles in the public texts of these articles: their own in every version readers can go
 * back to, and those of every entry they name. `withheld` leaves out what is said of one source and
 * `withholdSource` removes: what is shown again is decided by its terms. One statement, whatever
 * the number of articles; the same test as `containsNeedle`.
 */
export function listStoredMentions(
  tx: Transaction,
  articleIds: readonly string[],
  needles: readonly Needle[],
  { withheld = null }: { withheld?: string | null } = {},
): Promise<StoredMention[]> {
  if (articleIds.length === 0 || needles.length === 0) return Promise.resolve([]);
  const numbered = needles.map(({ text, within }, needle) => ({ needle, text, within }));
  // In SQL, for a plan that reads the texts once: MATERIALIZED, and needles as a set of records.
  return parseRowsIn(
    tx,
    StoredMention,
    Prisma.sql`
    WITH wanted AS MATERIALIZED (SELECT unnest(${[...articleIds]}::uuid[]) AS id),
    needle AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS n(needle int, text text, within text)
    ), entry AS (
      SELECT m.article_id, m.kind::text AS kind, m.ref_id FROM published_mention m WHERE m.article_id IN (SELECT id FROM wanted)
      UNION
      SELECT u.article_id, 'source', u.source_id FROM published_source_use u
      WHERE u.article_id IN (SELECT id FROM wanted) AND u.source_id IS DISTINCT FROM ${withheld}::uuid
    ), entry_hit AS (
      SELECT t.kind::text AS kind, t.ref_id, t.place, n.needle
      FROM (SELECT DISTINCT kind, ref_id FROM entry) e
      JOIN public_text t ON t.article_id IS NULL AND t.kind = e.kind::public_text_kind AND t.ref_id = e.ref_id
      JOIN needle n ON ${occurs}
    )
    SELECT t.article_id::text AS "articleId", t.kind::text, t.ref_id::text AS "refId", t.version, t.place, n.needle
    FROM public_text t JOIN needle n ON ${occurs}
    WHERE t.article_id IN (SELECT id FROM wanted)
      AND (${withheld}::uuid IS NULL
           OR t.place <> 'sourceIds' AND NOT (
             t.place ~ '^findings\..*\.(attribution\.descriptor|locators)$'
             AND split_part(t.place, '.', 2) IN (
               SELECT u.finding_id::text FROM published_source_use u WHERE u.source_id = ${withheld}::uuid)))
    UNION ALL
    SELECT e.article_id::text, h.kind, h.ref_id::text, NULL, h.place, h.needle
    FROM entry_hit h JOIN entry e ON e.kind = h.kind AND e.ref_id = h.ref_id`,
  );
}

/** Whether a needle `n` occurs in a folded text `t`. */
export const occurs = Prisma.sql`CASE n.within
  WHEN 'words' THEN position(' ' || n.text || ' ' IN ' ' || t.folded || ' ') > 0
  ELSE position(n.text IN replace(t.folded, ' ', '')) > 0 END`;

/**
 * Ids of those articles without stored public texts: published by a version of the product that
 * stored none, and not checked since. What is unknown counts as exposed.
 */
export async function listUnchecked(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<string[]> {
  const unchecked = allTables
    .selectFrom('published_article as a')
    .select('a.id')
    .where('a.id', '=', anyOf(articleIds))
    .where(isUnchecked)
    .orderBy('a.id');
  const rows = await selectRowsIn(tx, unchecked);
  return rows.map(({ id }) => id);
}
