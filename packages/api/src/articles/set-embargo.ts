import { updateStanding } from '@viewpoints/db/editorial/articles';
import { moveVisibility } from '@viewpoints/db/editorial/published-history';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { visibleFrom } from '@viewpoints/domain/articles/schedule';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { announceLater } from '../publishing/announce-later.ts';
import { renewArticle } from '../publishing/renew-article.ts';
import type { Input, SetEmbargo } from './article-inputs.ts';
import { holdArticle } from './hold-article.ts';

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
    const held = await holdArticle(command, id);
    permit(command, 'article.embargo', articleSubject(held));
    const past = embargoUntil !== null && embargoUntil <= at.toISOString();
    allow(
      decide(
        past ? [reason('embargo_past', 'That embargo has ended already.', 'embargoUntil')] : [],
      ),
    );
    const article = await updateStanding(tx, held, { embargoUntil, timeZone });
    if (article.liveRevisionId !== null) {
      const from = visibleFrom(article) ?? at.toISOString();
      allow(await moveVisibility(tx, { articleId: id, from, now: at }));
      await renewArticle(command, id);
      await announceLater(command, { articleId: id, visibleFrom: new Date(from) });
    }
    await record(command, 'article.embargo', ['article', id], { embargoUntil, timeZone });
    return article;
  });
}
