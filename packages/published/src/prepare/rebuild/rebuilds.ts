import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { addVerifiedWordings } from '@viewpoints/db/editorial/verified-wordings';
import { selectFirstIn } from '@viewpoints/db/statement';
import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';
import { writeSearch } from '../../search/write-search.ts';
import { rebuildViews } from './rebuild-views.ts';

/**
 * Rebuilds stored rows, an article at a time. Rows that are not
 * rebuilt yet have to stay valid meanwhile, and the former version may still be running.
 */
export type Rebuild = {
  /** Whether it has to wait until nothing of a version before runs, which could not read the rows. */
  afterOlderPrograms?: true;
  /** Done once, with the first article. */
  begin?: (tx: Transaction) => Promise<void>;
  /** The first article after an id, in the order of their ids; null if there is none. */
  next: (tx: Transaction, after: string | null) => Promise<string | null>;
  /** Rebuilds what belongs to an article, which is locked. */
  rebuild: (tx: Transaction, articleId: string) => Promise<void>;
};

/** Every rebuild that a function's file or a migration can request. */
export const rebuilds: Record<RebuildName, Rebuild> = {
  published_view: {
    afterOlderPrograms: true,
    next: async (tx, after) => {
      const article = allTables
        .selectFrom('published_article')
        .select('id')
        .$if(after !== null, (query) => query.where('id', '>', after))
        .orderBy('id')
        .limit(1);
      return (await selectFirstIn(tx, article))?.id ?? null;
    },
    rebuild: rebuildViews,
  },
  search_document: {
    // Names are written again only where they differ, so that publications do not wait for each other:
    // of an older edition, each is written once by whichever article names it first.
    begin: async (tx) => {
      await tx.$executeRaw`UPDATE search_document SET edition = 0 WHERE article_id IS NULL`;
    },
    next: async (tx, after) => {
      const shown = allTables
        .selectFrom('published_article')
        .select('id')
        .where('suspended_from', 'is', null)
        .$if(after !== null, (query) => query.where('id', '>', after))
        .orderBy('id')
        .limit(1);
      return (await selectFirstIn(tx, shown))?.id ?? null;
    },
    rebuild: (tx, articleId) => writeSearch(tx, articleId),
  },
  verified_wording: {
    next: async (tx, after) => {
      const article = allTables
        .selectFrom('article')
        .select('id')
        .$if(after !== null, (query) => query.where('id', '>', after))
        .orderBy('id')
        .limit(1);
      return (await selectFirstIn(tx, article))?.id ?? null;
    },
    rebuild: async (tx, articleId) =>
      addVerifiedWordings(tx, articleId, await listArticleFindings(tx, articleId)),
  },
};
