import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { jsonArrayFrom } from '@viewpoints/db/generated/kysely';
import { selectFirstIn } from '@viewpoints/db/statement';
import { type Decision, reason } from '@viewpoints/domain/refusal';
import { notifyChanged } from '../changes/notify.ts';
import { tag } from '../changes/tags.ts';
import { hideVersions } from './hide-exposed.ts';

/** A published version; the note says what changed, in public words. */
export type PublishedVersion = { number: number; at: string; note: string | null; minor: boolean };

/** Publications of an article so far, which the next version's view continues. */
export type PublishedHistory = {
  versions: PublishedVersion[];
  publishedAt: string | null;
  visibleFrom: string | null;
  /** When each finding was first published, by its id; the withdrawn among them left out. */
  findingsPublishedAt: Map<string, string>;
  /** The public slug; null while nothing is published. */
  slug: string | null;
  /** Whether it was taken off until it is corrected. */
  suspended: boolean;
};

export async function getPublishedHistory(
  db: Transaction,
  articleId: string,
): Promise<PublishedHistory> {
  const history = allTables
    .selectFrom('published_article as a')
    .select((eb) => [
      'a.slug',
      'a.published_at as publishedAt',
      'a.suspended_from as suspendedFrom',
      eb.fn.coalesce('a.suspended_from', 'a.visible_from').as('visibleFrom'),
      jsonArrayFrom(
        eb
          .selectFrom('published_version as v')
          .select(['v.number', 'v.at', 'v.note', 'v.minor'])
          .whereRef('v.article_id', '=', 'a.id')
          .orderBy('v.number'),
      ).as('versions'),
      jsonArrayFrom(
        eb
          .selectFrom('published_finding as f')
          .select(['f.id', 'f.published_at as publishedAt'])
          .whereRef('f.article_id', '=', 'a.id')
          .where('f.withdrawn_at', 'is', null),
      ).as('findings'),
    ])
    .where('a.id', '=', articleId);
  const row = await selectFirstIn(db, history);
  return {
    versions:
      row?.versions.map(({ at, ...each }) => ({ ...each, at: instant(new Date(at)) })) ?? [],
    publishedAt: row ? instant(row.publishedAt) : null,
    visibleFrom: row ? instant(row.visibleFrom) : null,
    findingsPublishedAt: new Map(
      row?.findings.map(({ id, publishedAt }) => [id, instant(new Date(publishedAt))]) ?? [],
    ),
    slug: row?.slug ?? null,
    suspended: row !== null && row.suspendedFrom !== null,
  };
}

/**
 * Takes the views of an article's earlier versions away: what they show of a source or a finding
 * may no longer be shown, and they are not rebuilt.
 */
export async function hideEarlierVersions(tx: Transaction, articleId: string): Promise<void> {
  const rows = await tx.publishedVersion.findMany({
    where: { articleId },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  await hideVersions(
    tx,
    rows.slice(1).map(({ number }) => ({ articleId, number })),
  );
  if (rows.length > 1) await notifyChanged(tx, [tag.article(articleId)]);
}

/** Takes an article away from readers as if it had never been; its versions go with it. */
export async function deletePublication(tx: Transaction, articleId: string): Promise<void> {
  await tx.publishedArticle.deleteMany({ where: { id: articleId } });
}

/**
 * Moves the moment from which readers see a published article that they do not see yet; refused
 * for one they have. One that was taken off until it is corrected stays off whatever the time.
 */
export async function moveVisibility(
  tx: Transaction,
  { articleId, from, now }: { articleId: string; from: string; now: Date },
): Promise<Decision> {
  const moved = new Date(from);
  const dates = { publishedAt: moved, revisedAt: moved };
  const unseen = { id: articleId, version: 1 };
  const { count } = await tx.publishedArticle.updateMany({
    where: { ...unseen, suspendedFrom: null, visibleFrom: { gt: now } },
    data: { ...dates, visibleFrom: moved },
  });
  const { count: suspended } = await tx.publishedArticle.updateMany({
    where: { ...unseen, suspendedFrom: { gt: now } },
    data: { ...dates, suspendedFrom: moved },
  });
  if (count + suspended === 0)
    return {
      ok: false,
      reasons: [
        reason(
          'embargo_after_publication',
          'Readers have this article already, and an embargo would take it away.',
          'embargoUntil',
        ),
      ],
    };
  const shown = count === 0 ? {} : { visibleFrom: moved };
  await tx.publishedVersion.updateMany({ where: { articleId }, data: { ...shown, at: moved } });
  await tx.publishedFinding.updateMany({
    where: { articleId },
    data: { ...shown, publishedAt: moved },
  });
  if (count > 0) await tx.publishedCorrection.updateMany({ where: { articleId }, data: shown });
  await tx.article.update({ where: { id: articleId }, data: { firstPublishedAt: moved } });
  return { ok: true };
}
