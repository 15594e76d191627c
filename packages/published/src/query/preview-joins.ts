import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectRows } from '@viewpoints/db/statement';
import type { PlaceInSeries } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { refColumns } from './article-refs.ts';
import { anyOf } from './expressions.ts';
import { published } from './reader-tables.ts';
import { refOf } from './relations.ts';

/*
 * Relations of an unpublished article. Read as readers' role, which sees nothing that is not
 * public.
 */

/** The published articles of a translation group, one of them left out, by language. */
export const listPublishedInGroup = (
  db: ReaderDatabase,
  { group, exceptId }: { group: string; exceptId: string },
): Promise<ArticleRef[]> =>
  selectRows(
    db,
    published
      .selectFrom('published_article as a')
      .select(refColumns)
      .where('a.translation_group', '=', group)
      .where('a.id', '<>', exceptId)
      .where(({ not, ref }) => not(ref('a.retracted')))
      .orderBy('a.language')
      .orderBy('a.published_at')
      .orderBy('a.id'),
  );

/** Published articles by their ids, in that order; those that were retracted are left out. */
export async function listPublishedSummaries(
  db: ReaderDatabase,
  ids: string[],
): Promise<ArticleSummary[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_article as a')
      .select(['a.id', 'a.summary'])
      .where('a.id', '=', anyOf(ids))
      .where(({ not, ref }) => not(ref('a.retracted'))),
  );
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ summary }) => summary));
}

/** The place an article would have in a series, among the parts that readers can read. */
export async function placeInSeries(
  db: ReaderDatabase,
  own: {
    id: string;
    seriesId: string;
    part: number;
    publishedAt: string;
    group: string;
    language: string;
  },
  series: { slug: string; name: string; complete: boolean },
): Promise<PlaceInSeries> {
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_part as p')
      .innerJoin('published_article as a', 'a.id', 'p.article_id')
      .select(refColumns)
      .select(['p.part', 'a.published_at as publishedAt', 'a.translation_group as group'])
      .where('p.series_id', '=', own.seriesId)
      .where('a.id', '<>', own.id)
      .where('a.translation_group', '<>', own.group)
      .orderBy('a.published_at')
      .orderBy('a.id'),
  );
  const primary = (language: string) => language.split('-', 1)[0];
  const inOwnLanguage = (row: ArticleRef) => primary(row.language) === primary(own.language);
  const parts = [...Map.groupBy(rows, ({ group }) => group).values()].flatMap(
    (same) => same.find(inOwnLanguage) ?? same[0] ?? [],
  );
  const isBefore = (row: (typeof rows)[number]) =>
    row.part < own.part || (row.part === own.part && row.publishedAt < new Date(own.publishedAt));
  const inOrder = parts.toSorted(
    (a, b) => a.part - b.part || a.publishedAt.getTime() - b.publishedAt.getTime(),
  );
  const before = inOrder.filter(isBefore);
  const after = inOrder.filter((row) => !isBefore(row));
  const refAt = (row: ArticleRef | undefined) => (row === undefined ? null : refOf(row));
  return {
    series,
    place: before.length + 1,
    count: parts.length + 1,
    previous: refAt(before.at(-1)),
    next: refAt(after[0]),
  };
}
