import { permitted, router } from '../trpc.ts';
import { compareMoments } from './compare-moments.ts';
import * as inputs from './history-inputs.ts';
import { listArticleHistory } from './list-article-history.ts';
import { nameEntry } from './name-entry.ts';
import { restoreWords } from './restore-words.ts';

/** The history of an article: listed, compared, named, and restored. */
export const historyRouter = router({
  list: permitted('article.view')
    .input(inputs.ListHistory)
    .query(({ ctx, input }) => listArticleHistory(ctx, input)),
  compare: permitted('article.view')
    .input(inputs.CompareMoments)
    .query(({ ctx, input }) => compareMoments(ctx, input)),
  name: permitted('article.name_version')
    .input(inputs.NameEntry)
    .mutation(({ ctx, input }) => nameEntry(ctx, input)),
  restore: permitted('article.restore_words')
    .input(inputs.RestoreWords)
    .mutation(({ ctx, input }) => restoreWords(ctx, input)),
});
