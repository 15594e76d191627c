import type { Transaction } from '@viewpoints/db/client';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { StoredFindingView } from '@viewpoints/domain/findings/stored-finding-view';
import { byListedPlural } from '@viewpoints/domain/kinds/listed-kinds';
import { edtfBounds } from '@viewpoints/domain/text/edtf';
import { givenColumns, renamedInGiven } from '../kinds.ts';
import type { Written } from './publication.ts';
import { withdrawFindings } from './write-withdrawal.ts';

/**
 * Writes the findings of a version. One that readers had and this version no longer has is
 * withdrawn, unless another has replaced it: then it stays to be read as what was replaced.
 */
export async function writeFindings(
  tx: Transaction,
  { view, storage, findings, supersessions, visibleFrom }: Written,
  now: Date,
): Promise<void> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const rows = view.findings.map((each) => {
    const finding = byId.get(each.id);
    if (finding === undefined) throw new Error(`finding ${each.id} has a view and no content`);
    return { ...rowOf(each, finding), view: storage.finding(each) };
  });
  if (rows.length > 0) await writeRows(tx, rows, visibleFrom);
  const kept = [...view.findings.map(({ id }) => id), ...supersessions.map(({ oldId }) => oldId)];
  const gone = await tx.publishedFinding.findMany({
    where: { articleId: view.id, withdrawnAt: null, id: { notIn: kept } },
    select: { id: true },
  });
  const withdrawn = view.findings.filter(({ state }) => state === 'withdrawn');
  await withdrawFindings(
    tx,
    [...gone, ...withdrawn].map(({ id }) => id),
    now,
  );
}

/** A finding with the ids of the actors and entries it names, each once. */
function rowOf(view: FindingView, finding: Finding) {
  const { asOf, holders } = finding;
  const held = asOf === null ? null : edtfBounds(asOf)?.from;
  return {
    id: view.id,
    article_id: view.article.id,
    number: view.number,
    published_at: view.publishedAt,
    stance: view.stance,
    register: view.register,
    source_id: view.attribution.named === null ? null : view.attribution.id,
    held_at: held ?? view.publishedAt,
    actors: holders.flatMap(({ actorId }) => actorId ?? []),
    ...byListedPlural(({ field }) => finding[field]),
  };
}

/** Writes findings and what they name; what stays is not touched. */
async function writeRows(
  tx: Transaction,
  rows: (ReturnType<typeof rowOf> & { view: StoredFindingView })[],
  visibleFrom: string,
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        id uuid, article_id uuid, number int, published_at timestamptz, stance stance, register register,
        source_id uuid, held_at timestamptz, view jsonb, ${givenColumns})
    ), new_findings AS (
      INSERT INTO published_finding
        (id, article_id, number, legacy_anchor, visible_from, published_at, stance, register, source_id, held_at, view)
      SELECT id, article_id, number, (SELECT legacy_anchor FROM finding f WHERE f.id = given.id),
        ${visibleFrom}::timestamptz, published_at, stance, register, source_id, held_at, view
      FROM given ORDER BY id
      ON CONFLICT (id) DO UPDATE
        SET article_id = excluded.article_id, number = excluded.number, published_at = excluded.published_at,
            stance = excluded.stance, register = excluded.register, source_id = excluded.source_id,
            held_at = excluded.held_at, view = excluded.view
    ), ${renamedInGiven}
    SELECT 1`;
}
