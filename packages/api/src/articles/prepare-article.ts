import { updateStanding } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkSchedule } from '@viewpoints/domain/articles/schedule';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, PrepareArticle } from './article-inputs.ts';
import { holdArticle } from './hold-article.ts';

/** Drafts a schedule for a publisher to carry out: it publishes nothing by itself. */
export function prepareArticle(
  ctx: CommandContext,
  { id, publishAt, embargoUntil, timeZone }: Input<typeof PrepareArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const held = await holdArticle(command, id);
    permit(command, 'article.prepare', articleSubject(held));
    const open = ['draft', 'in_review', 'approved'].includes(held.state);
    allow(
      decide(
        open
          ? []
          : [
              reason('article_state', 'Only what has not gone out can be prepared.', 'state', {
                state: held.state,
              }),
            ],
      ),
    );
    if (publishAt !== null)
      allow(checkSchedule({ publishAt, embargoUntil }, command.at.toISOString()));
    const article = await updateStanding(command.tx, held, { publishAt, embargoUntil, timeZone });
    await record(command, 'article.prepare', ['article', id], {
      publishAt,
      embargoUntil,
      timeZone,
    });
    return article;
  });
}
