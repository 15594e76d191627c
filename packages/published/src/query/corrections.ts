import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { limitBucket } from './limit-bucket.ts';

type Row = Omit<CorrectionView, 'article' | 'at'> & {
  articleId: string;
  slug: string;
  headline: string;
  at: Date;
};

/** Corrections and retractions of the whole journal, newest first. */
export async function listCorrections(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<{ articleId: string; correction: CorrectionView }>> {
  const after = cursor === null ? [] : ['(c.at, c.id) < ($1::timestamptz, $2::uuid)'];
  const values = cursor === null ? [] : [cursor.key, cursor.id];
  const rows = await readCorrections(db, { where: after, values, limit: limitBucket(limit + 1) });
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: (row) => row,
    cursor: ({ correction }) => ({ key: correction.at, id: correction.id }),
  });
}

/** Notices `c` of articles `a` that are as `where` has it, newest first. */
export async function readCorrections(
  db: ReaderDatabase,
  { where, values, limit }: { where: string[]; values: unknown[]; limit: number },
): Promise<{ articleId: string; correction: CorrectionView }[]> {
  const rows = await db.rows<Row>(
    `SELECT c.id, c.kind, c.severity, c.was, c.now, c.why, c.finding_id AS "findingId", c.at,
            c.article_id AS "articleId", a.slug, a.summary ->> 'headline' AS headline
     FROM published_correction c JOIN published_article a ON a.id = c.article_id
     WHERE ${['true', ...where].join(' AND ')}
     ORDER BY c.at DESC, c.id DESC LIMIT ${Number(limit)}`,
    values,
  );
  return rows.map(({ articleId, slug, headline, at, ...row }) => ({
    articleId,
    correction: { ...row, article: { slug, headline }, at: instant(at) },
  }));
}
