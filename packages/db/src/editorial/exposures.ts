import type { ArticleState } from '@viewpoints/domain/articles/article';
import type { FindingState } from '@viewpoints/domain/findings/finding';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { instant } from './instant.ts';
import { newId } from './new-id.ts';

/** Something public that rules no longer allow: a reason, and its place. */
export type Exposure = {
  articleId: string;
  code: string;
  place: string;
  findingId: string | null;
  sourceId: string | null;
  participantId: string | null;
};

/** One that was found, with what bears on how it is resolved. */
export type FoundExposure = Exposure & {
  id: string;
  foundAt: string;
  headline: string;
  articleState: ArticleState;
  findingState: FindingState | null;
};

/** Stores what a check of an article found, replacing the result of an earlier check. */
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

/** Exposures of one article, or of any, the longest known first. */
export async function listExposures(
  db: Transaction,
  { articleId, limit }: { articleId?: string | undefined; limit: number },
): Promise<FoundExposure[]> {
  const rows = await db.exposure.findMany({
    where: articleId === undefined ? {} : { articleId },
    orderBy: [
      { foundAt: 'asc' },
      { articleId: 'asc' },
      { place: 'asc' },
      { code: 'asc' },
      { id: 'asc' },
    ],
    take: limit,
    include: { article: { select: { headline: true, state: true } } },
  });
  const findings = await db.finding.findMany({
    where: { id: { in: rows.flatMap(({ findingId }) => findingId ?? []) } },
    select: { id: true, state: true },
  });
  return rows.map(({ foundAt, article, ...row }) => ({
    ...row,
    foundAt: instant(foundAt),
    headline: article.headline,
    articleState: article.state,
    findingState: findings.find(({ id }) => id === row.findingId)?.state ?? null,
  }));
}

/** How many places are exposed, and of how many articles. */
export async function countExposures(
  db: Transaction,
): Promise<{ places: number; articles: number }> {
  const [row] = await parseRowsIn(
    db,
    z.object({ places: z.number(), articles: z.number() }),
    Prisma.sql`
    SELECT count(*)::int AS places, count(DISTINCT article_id)::int AS articles FROM exposure`,
  );
  return row ?? { places: 0, articles: 0 };
}
