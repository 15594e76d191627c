import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkEmbargo, visibleFrom } from '@viewpoints/domain/articles/schedule';
import { moveVisibility } from '@viewpoints/published/project/published-history';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { announceLater } from '../publishing/announce-later.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import type { Input, SetEmbargo } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/**
 * Sets, moves or lifts an embargo. What is published and waits for its end follows; what readers
 * have already cannot be taken back by one.
 */
export function setEmbargo(
  ctx: CommandContext,
  { id, embargoUntil, timeZone }: Input<typeof SetEmbargo>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.embargo', articleSubject(locked));
    step(locked, 'set_embargo');
    allow(checkEmbargo(embargoUntil, at.toISOString()));
    const article = await updateWorkflowColumns(tx, locked, { embargoUntil, timeZone });
    if (article.liveRevisionId !== null) {
      const from = visibleFrom(article) ?? at.toISOString();
      allow(await moveVisibility(tx, { articleId: id, from, now: at }));
      await rebuildArticle(command, id);
      await announceLater(command, { articleId: id, visibleFrom: new Date(from) });
    }
    await record(command, 'article.embargo', ['article', id], { embargoUntil, timeZone });
    return article;
  });
}
