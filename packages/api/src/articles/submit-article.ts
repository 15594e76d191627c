import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { enqueueLinkChecks } from '../link-checks/enqueue-link-checks.ts';
import { notifyAwaited } from '../notifications/notify.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import type { SubmitArticle } from './article-inputs.ts';
import { auditDetails, handTo, writeLine } from './assign-article.ts';
import { lockExistingArticle, refuseStale, step } from './lock-article.ts';

/** The assignee may be left out. */
type Submission = z.input<typeof SubmitArticle>;

/**
 * Submits the working copy for review, as a revision that the review names: to one account, or to
 * any that may approve it.
 */
export function submitArticle(
  ctx: CommandContext,
  { id, seen, line = '', assigneeId = null, dueOn = null, priority = 'normal' }: Submission,
): Promise<{ article: Article; revisionId: string }> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.submit', articleSubject(locked));
    await refuseStale(command, locked, seen);
    const { to } = step(locked, 'submit');
    const revision = await cutRevision(command, locked, 'submitted');
    const article = await updateWorkflowColumns(command.tx, locked, { state: to });
    const content = { assigneeId, dueOn, priority };
    await handTo(command, article, content);
    await notifyAwaited(command, article, assigneeId);
    const commentId = await writeLine(command, id, 'submission', line);
    await enqueueLinkChecks(command, revision.id);
    await record(command, 'article.submit', ['article', id], {
      ...{ revisionId: revision.id, commentId },
      ...auditDetails(content),
    });
    return { article, revisionId: revision.id };
  });
}
