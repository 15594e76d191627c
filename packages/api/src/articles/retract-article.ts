import { updateStanding } from '@viewpoints/db/editorial/articles';
import { insertRetraction } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings, updateFindingStates } from '@viewpoints/db/editorial/findings';
import { writeRetraction } from '@viewpoints/db/published/write-retraction';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
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
    const own = await listArticleFindings(tx, id);
    await requireUnprotected(command, held, [{ text: why, at: 'why' }], own);
    const notice = { articleId: id, why, at: at.toISOString() };
    await insertRetraction(tx, { ...notice, by: acting.id });
    const findings = await withdrawFindings(command, own);
    const revision = await cutRevision(command, held, 'retracted', { findings });
    await writeRetraction(tx, notice, at);
    await tellOutside(command, id);
    const article = await updateStanding(tx, held, {
      state: to,
      approvedRevisionId: null,
      approvedBy: null,
    });
    await record(command, 'article.retract', ['article', id], { revisionId: revision.id });
    return article;
  });
}

/** Answers with the article's findings as they are from then on. */
async function withdrawFindings({ tx, at }: Command, own: Finding[]): Promise<Finding[]> {
  const going = own.filter(({ state }) => {
    const transition = findingTransition(state, 'article_retracted');
    return transition.ok && transition.to !== state;
  });
  const withdrawn = await updateFindingStates(tx, going, { state: 'withdrawn', at });
  return own.map((finding) => withdrawn.find(({ id }) => id === finding.id) ?? finding);
}
