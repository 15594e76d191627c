import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectRows } from '@viewpoints/db/statement';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { anyOf } from './expressions.ts';
import { findingRows, readFindingView } from './finding-rows.ts';
import { published } from './reader-tables.ts';

type Times = { id: string; publishedAt: Date; visibleFrom: Date };

/** Of these articles those that may be in a message now, the newest first: visible and not retracted. */
export async function listSendableArticles(
  db: ReaderDatabase,
  ids: readonly string[],
): Promise<(Times & { summary: ArticleSummary })[]> {
  if (ids.length === 0) return [];
  return selectRows(
    db,
    published
      .selectFrom('published_article as a')
      .select(['a.id', 'a.summary', 'a.published_at as publishedAt'])
      .select('a.visible_from as visibleFrom')
      .where('a.id', '=', anyOf([...ids]))
      .where(({ not }) => not('a.retracted'))
      .orderBy('a.published_at', 'desc')
      .orderBy('a.id'),
  );
}

/** The same of findings: not withdrawn, not replaced, and their article is not retracted. */
export async function listSendableFindings(
  db: ReaderDatabase,
  ids: readonly string[],
): Promise<(Times & { finding: FindingView })[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(
    db,
    findingRows
      .select('f.visible_from as visibleFrom')
      .where('f.id', '=', anyOf([...ids]))
      .where('f.withdrawn_at', 'is', null)
      .where(({ not }) => not('a.retracted'))
      .orderBy('f.published_at', 'desc')
      .orderBy('f.article_id')
      .orderBy('f.number')
      .orderBy('f.id'),
  );
  return rows
    .map(({ id, publishedAt, visibleFrom, ...row }) => ({
      ...{ id, publishedAt, visibleFrom },
      finding: readFindingView({ id, ...row }),
    }))
    .filter(({ finding }) => finding.state === 'published');
}
