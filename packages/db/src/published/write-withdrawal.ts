import { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Transaction } from '../client.ts';
import { announcing } from './announce.ts';
import { writeMentions } from './write-mentions.ts';

/** Takes one published finding away from readers; its address keeps saying that it was withdrawn. */
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
  await announcing(tx, row.articleId, now, async () => {
    await withdrawFindings(tx, [findingId], now);
    await writeMentions(tx, row.articleId);
  });
}

/** Blanks findings and takes them out of every list, link and count. */
export async function withdrawFindings(tx: Transaction, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.publishedFinding.findMany({
    where: { id: { in: ids } },
    select: { id: true, view: true },
  });
  for (const { id, view } of rows)
    await tx.publishedFinding.update({
      where: { id },
      data: {
        withdrawnAt: now,
        sourceId: null,
        register: 'unknown',
        stance: 'asserts',
        view: withdrawnView(FindingView.parse(view)),
      },
    });
  const findingId = { in: ids };
  await tx.publishedHolding.deleteMany({ where: { findingId } });
  await tx.publishedAbout.deleteMany({ where: { findingId } });
  await tx.publishedPlace.deleteMany({ where: { findingId } });
  await tx.publishedLink.deleteMany({
    where: { OR: [{ fromId: findingId }, { toId: findingId }] },
  });
  await tx.publishedSupersession.deleteMany({
    where: { OR: [{ oldId: findingId }, { newId: findingId }] },
  });
  await tx.publishedCitation.deleteMany({ where: { originId: findingId } });
  await takeOutOfArticles(tx, ids);
}

/** Versions hold views of their findings, and summaries count them. */
async function takeOutOfArticles(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE published_version v
    SET view = jsonb_set(v.view, '{findings}', coalesce(
      (SELECT jsonb_agg(f ORDER BY n) FROM jsonb_array_elements(v.view -> 'findings') WITH ORDINALITY AS e(f, n)
       WHERE NOT f ->> 'id' = ANY(${ids})), '[]'))
    WHERE v.view IS NOT NULL
      AND v.article_id IN (SELECT article_id FROM published_finding WHERE id = ANY(${ids}::uuid[]))`;
  await tx.$executeRaw`
    UPDATE published_article a
    SET summary = jsonb_set(a.summary, '{findingCount}', to_jsonb((
      SELECT count(*) FROM published_finding f
      WHERE f.article_id = a.id AND f.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id))))
    WHERE a.id IN (SELECT article_id FROM published_finding WHERE id = ANY(${ids}::uuid[]))`;
}

/**
 * What is left of a withdrawn finding: that it was there, where and when. Nothing of what it said:
 * it may have been withdrawn because somebody must not be recognised in it.
 */
export function withdrawnView(view: FindingView): FindingView {
  return {
    id: view.id,
    number: view.number,
    state: 'withdrawn',
    article: view.article,
    language: view.language,
    direction: view.direction,
    proposition: '',
    holders: [],
    stance: 'asserts',
    polarity: 'affirmative',
    modality: 'actual',
    register: 'unknown',
    conditions: [],
    scope: null,
    asOf: null,
    consensus: null,
    issues: [],
    places: [],
    quote: null,
    locators: [],
    attribution: { id: null, terms: 'on_record', termsLabel: '', wording: '', named: null },
    publishedAt: view.publishedAt,
  };
}
