import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import type { Input, KeepRevision } from './article-inputs.ts';
import { lockExistingArticle } from './lock-article.ts';

/** Saves the working copy as a revision, to come back to. */
export function keepRevision(
  ctx: CommandContext,
  { id, name }: Input<typeof KeepRevision>,
): Promise<{ revisionId: string; number: number }> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.keep_revision', articleSubject(locked));
    const revision = await cutRevision(command, locked, 'kept', { name: name ?? null });
    await record(command, 'article.keep_revision', ['article', id], { revisionId: revision.id });
    return { revisionId: revision.id, number: revision.number };
  });
}
