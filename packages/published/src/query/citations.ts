import type { ReaderDatabase } from '@viewpoints/db/client';
import { compileOnce, selectRows } from '@viewpoints/db/statement';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';
import { published } from './reader-tables.ts';

/** More than a page shows; a bound, not a page. */
const maxCitations = 30;

/** Visible articles that refer to an article or a finding of it, newest first. */
export const listPublishedCitingArticle = (
  db: ReaderDatabase,
  articleId: string,
): Promise<ArticleRef[]> => selectRows(db, citing.cited_id(articleId));

/** Visible articles that refer to this very finding, newest first. */
export const listPublishedCitingFinding = (
  db: ReaderDatabase,
  findingId: string,
): Promise<ArticleRef[]> => selectRows(db, citing.target_id(findingId));

const citingBy = (column: 'cited_id' | 'target_id') =>
  compileOnce((id) =>
    published
      .selectFrom('published_article as a')
      .select(refColumns)
      .where('a.id', 'in', (eb) =>
        eb
          .selectFrom('published_citation as c')
          .select('c.citing_id')
          .where(`c.${column}`, '=', id),
      )
      .where(({ not, ref }) => not(ref('a.retracted')))
      .orderBy('a.published_at', 'desc')
      .orderBy('a.id', 'desc')
      .limit(maxCitations),
  );
const citing = { cited_id: citingBy('cited_id'), target_id: citingBy('target_id') };
