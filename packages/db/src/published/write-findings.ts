import type { Finding } from '@viewpoints/domain/findings/finding';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { edtfBounds } from '@viewpoints/domain/text/edtf';
import type { Transaction } from '../client.ts';
import type { Publication } from './write-publication.ts';
import { withdrawFindings } from './write-withdrawal.ts';

/**
 * Writes the findings of a version. One that readers had and this version no longer has is
 * withdrawn, unless another has replaced it: then it stays to be read as what was replaced.
 */
export async function writeFindings(
  tx: Transaction,
  { view, findings, supersessions, visibleFrom }: Publication,
  now: Date,
): Promise<void> {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  for (const each of view.findings) {
    const finding = byId.get(each.id);
    if (finding === undefined) throw new Error(`finding ${each.id} has a view and no content`);
    await writeFinding(tx, each, finding, visibleFrom);
  }
  const shown = new Set(view.findings.map(({ id }) => id));
  await writeNames(
    tx,
    findings.filter(({ id }) => shown.has(id)),
  );
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

async function writeFinding(
  tx: Transaction,
  view: FindingView,
  finding: Finding,
  visibleFrom: string,
): Promise<void> {
  const { id } = view;
  const held = finding.asOf === null ? null : edtfBounds(finding.asOf)?.from;
  const columns = {
    articleId: view.article.id,
    number: view.number,
    publishedAt: new Date(view.publishedAt),
    stance: view.stance,
    register: view.register,
    sourceId: view.attribution.named === null ? null : view.attribution.id,
    heldAt: withinPostgres(new Date(held ?? view.publishedAt)),
    view,
  };
  await tx.publishedFinding.upsert({
    where: { id },
    create: { id, ...columns, visibleFrom: new Date(visibleFrom) },
    update: columns,
  });
}

/** Whom and what findings name, of all of them at once. */
async function writeNames(tx: Transaction, findings: Finding[]): Promise<void> {
  const findingId = { in: findings.map(({ id }) => id) };
  if (findingId.in.length === 0) return;
  const rows = <Row>(of: (finding: Finding) => string[], row: (id: string, other: string) => Row) =>
    findings.flatMap((finding) => [...new Set(of(finding))].map((other) => row(finding.id, other)));
  await tx.publishedHolding.deleteMany({ where: { findingId } });
  await tx.publishedHolding.createMany({
    data: rows(
      ({ holders }) => holders.flatMap((holder) => holder.actorId ?? []),
      (id, actorId) => ({ findingId: id, actorId }),
    ),
  });
  await tx.publishedAbout.deleteMany({ where: { findingId } });
  await tx.publishedAbout.createMany({
    data: rows(
      ({ issueIds }) => issueIds,
      (id, issueId) => ({ findingId: id, issueId }),
    ),
  });
  await tx.publishedPlace.deleteMany({ where: { findingId } });
  await tx.publishedPlace.createMany({
    data: rows(
      ({ placeIds }) => placeIds,
      (id, placeId) => ({ findingId: id, placeId }),
    ),
  });
}

const earliest = new Date('-004712-01-01T00:00:00.000Z');

/** EDTF reaches further back than PostgreSQL's calendar does. */
function withinPostgres(date: Date): Date {
  return date < earliest ? earliest : date;
}
