import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectRows } from '@viewpoints/db/statement';
import type { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import { countRows, monthOf, monthText } from './expressions.ts';
import { getMasthead } from './journal.ts';
import { published } from './reader-tables.ts';
import { isShownTranslation } from './shown-translation.ts';

/**
 * The months in which an article appeared that is still public, newest first. With `together`,
 * translations of one article count once.
 */
export async function listPublishedMonths(
  db: ReaderDatabase,
  { together }: { together: boolean },
): Promise<ArchiveMonth[]> {
  const { timeZone } = await getMasthead(db);
  // Only the months are put into words, not the moment of each article.
  const counted = published
    .selectFrom('published_article as a')
    .select(({ ref }) => [
      monthOf(ref('a.published_at'), timeZone).as('start'),
      countRows.as('articleCount'),
    ])
    .where(({ not, ref }) => not(ref('a.retracted')))
    .$if(together, (query) => query.where(isShownTranslation()))
    .groupBy('start');
  return selectRows(
    db,
    published
      .selectFrom(counted.as('counted'))
      .select(({ ref }) => [monthText(ref('counted.start')).as('month'), 'counted.articleCount'])
      .orderBy('counted.start', 'desc'),
  );
}
