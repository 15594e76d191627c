import type { Transaction } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { deleteWordImports, findLastWordImport } from '@viewpoints/db/editorial/word-imports';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { lockExistingArticle } from '../../articles/lock-article.ts';
import { permit, record, runCommand } from '../../command.ts';
import { notFound } from '../../problem.ts';
import { permitted, router } from '../../trpc.ts';

const OfArticle = z.strictObject({ articleId: Id });

/** Reports of the Word files imported into an article, for those who may edit it. */
export const wordImportsRouter = router({
  /** The last one; null for none. */
  get: permitted('article.edit')
    .input(OfArticle)
    .query(async ({ ctx, input: { articleId } }) => {
      await requireEditable(ctx.editorial, articleId, ctx.account);
      return findLastWordImport(ctx.editorial, articleId);
    }),
  /** Removes all reports of an article: their comments may contain names that occur nowhere else. */
  remove: permitted('word_import.remove')
    .input(OfArticle)
    .mutation(({ ctx, input: { articleId } }) =>
      runCommand(ctx, async (command) => {
        await lockExistingArticle(command, articleId);
        permit(command, 'word_import.remove');
        if ((await deleteWordImports(command.tx, articleId)) === 0) throw notFound('import report');
        await record(command, 'word_import.remove', ['article', articleId]);
        return { articleId };
      }),
    ),
});

async function requireEditable(db: Transaction, id: string, acting: Principal): Promise<void> {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'article.edit', articleSubject(article));
}
