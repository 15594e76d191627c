import { findSnapshot, writeEntryName } from '@viewpoints/db/editorial/history';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Input } from '../articles/article-inputs.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import type { NameEntry } from './history-inputs.ts';

/** Gives a moment of an article's history a name, so that it stays, or takes its name away. */
export function nameEntry(
  ctx: CommandContext,
  { id, entryId, name }: Input<typeof NameEntry>,
): Promise<{ id: string; name: string | null }> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.name_version', articleSubject(locked));
    const entry = await findSnapshot(command.tx, entryId);
    if (entry?.articleId !== id) throw notFound('revision');
    if (entry.name === name) return { id: entryId, name };
    await writeEntryName(command.tx, { id: entryId, name });
    await record(command, 'article.name_version', ['article', id], {
      entryId,
      ...(name === null ? { code: 'name_removed' } : {}),
    });
    return { id: entryId, name };
  });
}
