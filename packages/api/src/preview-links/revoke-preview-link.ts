import {
  findPreviewLink,
  revokePreviewLink as revokeRow,
} from '@viewpoints/db/editorial/preview-links';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Ends a link; comments that came by it stay. */
export function revokePreviewLink(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const found = await findPreviewLink(command.tx, { id });
    if (found === null) throw notFound('link');
    const article = await lockExistingArticle(command, found.articleId);
    permit(command, 'preview_link.revoke', articleSubject(article));
    const link = await findPreviewLink(command.tx, { id });
    if (link === null) throw notFound('link');
    if (link.revokedAt !== null) return { id };
    await revokeRow(command.tx, id, command.at);
    await record(command, 'preview_link.revoke', ['article', article.id], { previewLinkId: id });
    return { id };
  });
}
