import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import { type PageOf, type PageRequest, pageOf } from '../editorial/page.ts';
import type { Prisma } from '../generated/client.ts';

type Row = Prisma.PublishedCorrectionGetPayload<{
  include: { article: { select: { summary: true } } };
}>;

export function correctionViewOf(row: Row): CorrectionView {
  const { slug, headline } = ArticleSummary.parse(row.article.summary);
  return {
    id: row.id,
    article: { slug, headline },
    kind: row.kind,
    severity: row.severity,
    was: row.was,
    now: row.now,
    why: row.why,
    findingId: row.findingId,
    at: instant(row.at),
  };
}

/** Corrections and retractions of the whole journal, newest first. */
export async function listCorrections(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<PageOf<{ articleId: string; correction: CorrectionView }>> {
  const rows = await db.publishedCorrection.findMany({
    where:
      cursor === null
        ? {}
        : {
            OR: [
              { at: { lt: new Date(cursor.key) } },
              { at: new Date(cursor.key), id: { lt: cursor.id } },
            ],
          },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { article: { select: { summary: true } } },
  });
  return pageOf(rows, limit, {
    item: (row) => ({ articleId: row.articleId, correction: correctionViewOf(row) }),
    cursor: ({ id, at }) => ({ key: instant(at), id }),
  });
}
