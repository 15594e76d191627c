import { updateStanding } from '@viewpoints/db/editorial/articles';
import { insertRetraction } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings, updateFindingState } from '@viewpoints/db/editorial/findings';
import { writeRetraction } from '@viewpoints/db/published/write-retraction';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { findingTransition } from '@viewpoints/domain/findings/finding-workflow';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { tellOutside } from '../outside/tell-outside.ts';
import { requireUnprotected } from '../publishing/require-unprotected.ts';
import type { Input, RetractArticle } from './article-inputs.ts';
import { cutRevision } from './cut-revision.ts';
import { holdArticle, step } from './hold-article.ts';

/** Takes an article back: its notice stays at its address, and its findings go with it. */
export function retractArticle(
  ctx: CommandContext,
  { id, why }: Input<typeof RetractArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const held = await holdArticle(command, id);
    permit(command, 'article.retract', articleSubject(held));
    if (held.state === 'retracted') return held;
    const { to } = step(held, 'retract');
    await requireUnprotected(command, held, [{ text: why, at: 'why' }]);
    const notice = { articleId: id, why, at: at.toISOString() };
    await insertRetraction(tx, { ...notice, by: acting.id });
    await withdrawFindings(command, id);
    const revision = await cutRevision(command, held, 'retracted');
    await writeRetraction(tx, notice, at);
    await tellOutside(command, id);
    const article = await updateStanding(tx, id, {
      state: to,
      approvedRevisionId: null,
      approvedBy: null,
    });
    await record(command, 'article.retract', ['article', id], { revisionId: revision.id });
    return article;
  });
}

async function withdrawFindings({ tx, at }: Command, articleId: string): Promise<void> {
  for (const { id, state } of await listArticleFindings(tx, articleId)) {
    const transition = findingTransition(state, 'article_retracted');
    if (transition.ok && transition.to !== state)
      await updateFindingState(tx, id, { state: transition.to, at });
  }
}
