import { lockArticles } from '@viewpoints/db/editorial/articles';
import { findAssignment } from '@viewpoints/db/editorial/assignments';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { AssignmentContent } from '@viewpoints/domain/articles/assignment';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notify } from '../notifications/notify.ts';
import type { AssignArticles, Input } from './article-inputs.ts';
import { auditDetails, handTo, refuseTaken } from './assign-article.ts';
import { lockExistingArticle } from './lock-article.ts';
import { askEach, requireNoneRefused } from './refused-articles.ts';

/** An article's former assignment, so that it can be undone. */
type Former = AssignmentContent & { id: string };

/**
 * Assigns several articles, or sets their day or priority; fields left out stay as they are. If one
 * is refused none is changed, and each refused one is named. A new assignee is notified once of all.
 */
export function assignArticles(
  ctx: CommandContext,
  { articles: seen, assigneeId, dueOn, priority }: Input<typeof AssignArticles>,
): Promise<{ changed: number; before: Former[] }> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const seenBy = new Map(seen.map((each) => [each.id, each]));
    const former: Former[] = [];
    await lockArticles(tx, [...seenBy.keys()]);
    const articles: Article[] = [];
    for (const id of seenBy.keys()) articles.push(await lockExistingArticle(command, id));
    const newTo = new Map<string, string[]>();
    let changed = 0;
    requireNoneRefused(
      command,
      await askEach(articles, async (article) => {
        permit(command, 'article.assign', articleSubject(article));
        const before = await findAssignment(tx, article.id);
        const request = seenBy.get(article.id);
        await refuseTaken(command, before, request?.seenAssigneeId ?? null);
        const from = before?.assigneeId ?? null;
        const now = {
          ...{ assigneeId: from, dueOn: before?.dueOn ?? null },
          priority: before?.priority ?? ('normal' as const),
        };
        former.push({ id: article.id, ...now });
        const content = request?.to ?? {
          assigneeId: assigneeId === undefined ? from : assigneeId,
          dueOn: dueOn === undefined ? now.dueOn : dueOn,
          priority: priority ?? now.priority,
        };
        await handTo(command, article, content);
        const { assigneeId: to } = content;
        if (to !== null && to !== from) newTo.set(to, [...(newTo.get(to) ?? []), article.id]);
        changed += 1;
        await record(command, 'article.assign', ['article', article.id], {
          ...auditDetails(content),
          from,
        });
      }),
    );
    for (const [to, articleIds] of newTo)
      await notify(command, { kind: 'awaits_you', articleIds, to: [to] });
    return { changed, before: former };
  });
}
