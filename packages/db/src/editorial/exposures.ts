import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';

/** Something public that rules no longer allow: a reason, and where it stands. */
export type Exposure = {
  articleId: string;
  code: string;
  place: string;
  findingId: string | null;
  sourceId: string | null;
  participantId: string | null;
};

export type FoundExposure = Exposure & { id: string; foundAt: string };

/** Keeps what a check of an article found, in place of what an earlier one did. */
export async function replaceExposures(
  tx: Transaction,
  articleId: string,
  exposures: readonly Omit<Exposure, 'articleId'>[],
  at: Date,
): Promise<void> {
  const kept = await tx.exposure.findMany({ where: { articleId } });
  const keyOf = (each: Omit<Exposure, 'articleId'>) =>
    [each.code, each.place, each.findingId, each.sourceId, each.participantId].join(' ');
  const found = new Map(exposures.map((each) => [keyOf(each), each]));
  const gone = kept.filter((each) => !found.has(keyOf(each))).map(({ id }) => id);
  for (const each of kept) found.delete(keyOf(each));
  if (gone.length > 0) await tx.exposure.deleteMany({ where: { id: { in: gone } } });
  if (found.size > 0)
    await tx.exposure.createMany({
      data: [...found.values()].map(({ code, place, findingId, sourceId, participantId }) => ({
        ...{ id: newId(), articleId, code, place, findingId, sourceId, participantId },
        foundAt: at,
      })),
    });
}

/** What is exposed of one article, or of any, the longest known first. */
export async function listExposures(
  db: Transaction,
  { articleId, limit }: { articleId?: string | undefined; limit: number },
): Promise<(FoundExposure & { headline: string })[]> {
  const rows = await db.exposure.findMany({
    where: articleId === undefined ? {} : { articleId },
    orderBy: [{ foundAt: 'asc' }, { id: 'asc' }],
    take: limit,
    include: { article: { select: { headline: true } } },
  });
  return rows.map(({ foundAt, article, ...row }) => ({
    ...row,
    foundAt: instant(foundAt),
    headline: article.headline,
  }));
}
