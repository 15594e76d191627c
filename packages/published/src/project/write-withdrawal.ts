import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn, selectRowsIn } from '@viewpoints/db/statement';
import { blankPlainFields } from '@viewpoints/domain/findings/finding-fields';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { byListedPlural } from '@viewpoints/domain/kinds/listed-kinds';
import { z } from 'zod';
import { withAnnouncement } from '../changes/announce.ts';
import { unnamedByGone } from '../kinds.ts';
import { anyOf } from '../query/expressions.ts';
import { readStoredFinding } from '../query/stored-views.ts';
import { countFindings } from './count-findings.ts';
import { storedWithWords, viewStorage } from './view-storage.ts';
import { writeMentions } from './write-mentions.ts';

/** Removes a published finding from readers; its address goes on saying that it was withdrawn. */
export async function writeWithdrawal(
  tx: Transaction,
  { findingId }: { findingId: string },
  now: Date,
): Promise<void> {
  const row = await tx.publishedFinding.findUnique({
    where: { id: findingId },
    select: { articleId: true },
  });
  if (row === null) return;
  await withAnnouncement(tx, row.articleId, now, async () => {
    await withdrawFindings(tx, [findingId], now);
    await writeMentions(tx, row.articleId);
  });
}

/**
 * Blanks findings and takes them out of every list, link, version and count. The findings that they
 * had replaced are current again.
 */
export async function withdrawFindings(tx: Transaction, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const shown = allTables
    .selectFrom('published_finding')
    .select((eb) => ['id', 'view', storedWithWords(eb.ref('article_id')).as('hasWords')])
    .where('id', '=', anyOf(ids));
  const rows = await selectRowsIn(tx, shown);
  const left = rows.map(({ id, view, hasWords }) => ({
    id,
    view: viewStorage(hasWords).finding(withdrawnView(readStoredFinding(view))),
  }));
  await tx.$executeRaw`
    UPDATE published_finding f
    SET withdrawn_at = ${now}, source_id = NULL, register = 'unknown', stance = 'asserts', view = l.view
    FROM jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS l(id uuid, view jsonb) WHERE f.id = l.id`;
  const touched = await parseRowsIn(
    tx,
    z.object({ id: z.string() }),
    Prisma.sql`
    WITH gone AS (SELECT unnest(${ids}::uuid[]) AS id),
    touched AS (SELECT DISTINCT article_id AS id FROM published_finding WHERE id IN (SELECT id FROM gone)),
    versions AS (
      UPDATE published_version v
      SET view = jsonb_set(v.view, '{findings}', coalesce(
        (SELECT jsonb_agg(f ORDER BY n) FROM jsonb_array_elements(v.view -> 'findings') WITH ORDINALITY AS e(f, n)
         WHERE NOT f ->> 'id' = ANY(${ids})), '[]'))
      WHERE v.view IS NOT NULL AND v.article_id IN (SELECT id FROM touched)
    ),
    ${unnamedByGone},
    gone_links AS (
      DELETE FROM published_link WHERE from_id IN (SELECT id FROM gone) OR to_id IN (SELECT id FROM gone)),
    gone_supersessions AS (
      DELETE FROM published_supersession WHERE old_id IN (SELECT id FROM gone) OR new_id IN (SELECT id FROM gone)
      RETURNING old_id),
    gone_citations AS (DELETE FROM published_citation WHERE origin_id IN (SELECT id FROM gone))
    SELECT id::text FROM touched
    UNION SELECT article_id::text FROM published_finding WHERE id IN (SELECT old_id FROM gone_supersessions)`,
  );
  await countFindings(
    tx,
    touched.map(({ id }) => id),
    now,
  );
}

/**
 * What is left of a withdrawn finding: that it was there, where and when. Nothing of what it said:
 * it may have been withdrawn because a person must not be recognised in it.
 */
export function withdrawnView(view: FindingView): FindingView {
  return {
    id: view.id,
    number: view.number,
    state: 'withdrawn',
    successor: null,
    article: view.article,
    language: view.language,
    direction: view.direction,
    proposition: '',
    holders: [],
    ...blankPlainFields(),
    scope: null,
    asOf: null,
    consensus: null,
    ...byListedPlural(() => []),
    quote: null,
    locators: [],
    attribution: { id: null, terms: 'on_record', termsLabel: '', wording: '', named: null },
    publishedAt: view.publishedAt,
  };
}
