import { listThinnedEntries, thinEntries } from '@viewpoints/db/editorial/history';
import { thinHistory } from '@viewpoints/domain/articles/thin-history';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type CommandContext, runCommand } from '../command.ts';

/** Removes expired entries from an article's history. */
export function thinArticleHistory(ctx: CommandContext, id: string): Promise<void> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    await lockExistingArticle(command, id);
    await thinEntries(tx, thinHistory(await listThinnedEntries(tx, id), at.toISOString()));
  });
}
