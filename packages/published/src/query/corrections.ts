import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { type PageRequest, pageOf, type QueryPage } from '@viewpoints/db/editorial/page';
import { type Expression, type SqlBool, sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { inScope } from './expressions.ts';
import { limitBucket } from './limit-bucket.ts';
import { published } from './reader-tables.ts';

const eb = inScope<{ c: 'published_correction' }>();

/** Corrections and retractions of the whole journal, newest first, those of one moment by their ids. */
export async function listPublishedCorrections(
  db: ReaderDatabase,
  { cursor, limit }: PageRequest,
): Promise<QueryPage<{ articleId: string; correction: CorrectionView }>> {
  const after = cursor === null ? [] : [isAfter(new Date(cursor.key), cursor.id)];
  const rows = await readCorrections(db, { where: after, limit: limitBucket(limit + 1) });
  return pageOf(rows.slice(0, limit + 1), limit, {
    item: (row) => row,
    cursor: ({ correction }) => ({ key: correction.at, id: correction.id }),
  });
}

/** The notices that are listed after a given one, even if that is gone. */
const isAfter = (at: Date, id: string): Expression<SqlBool> =>
  eb.and([eb('c.at', '<=', at), eb.or([eb('c.at', '<', at), eb('c.id', '>', id)])]);

/** Notices `c` of articles `a` that are as `where` has it, newest first, those of one moment by their ids. */
export async function readCorrections(
  db: ReaderDatabase,
  { where, limit }: { where: Expression<SqlBool>[]; limit: number },
): Promise<{ articleId: string; correction: CorrectionView }[]> {
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_correction as c')
      .innerJoin('published_article as a', 'a.id', 'c.article_id')
      .select((each) => [
        ...(['c.id', 'c.kind', 'c.severity', 'c.was', 'c.now', 'c.why'] as const),
        ...(['c.finding_id as findingId', 'c.at', 'c.article_id as articleId', 'a.slug'] as const),
        each.ref('a.summary', '->>').key('headline').as('headline'),
      ])
      .where(({ and }) => and(where))
      .orderBy('c.at', 'desc')
      .orderBy('c.id')
      // The limit is spelled out: a plan for any number of rows sorts them all.
      .limit(sql.lit(limit)),
  );
  return rows.map(({ articleId, slug, headline, at, ...row }) => ({
    articleId,
    correction: { ...row, article: { slug, headline }, at: instant(at) },
  }));
}
