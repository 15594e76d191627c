import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { deleteNextStep } from '@viewpoints/db/editorial/assignments';
import { findRetraction, writeRetractionReason } from '@viewpoints/db/editorial/corrections';
import { replaceExposures } from '@viewpoints/db/editorial/exposures';
import { listArticleFindings, updateFindingStates } from '@viewpoints/db/editorial/findings';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { findingTransition } from '@viewpoints/domain/findings/finding-workflow';
import { decide, type Reason } from '@viewpoints/domain/refusal';
import { removeFormerSlugs, takeRetractedTexts } from '@viewpoints/published/project/hide-exposed';
import { writeRetraction } from '@viewpoints/published/project/write-retraction';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { composeRetraction, type Retraction } from '../publishing/compose-retraction.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import { rebuildPagesBelow } from '../publishing/rebuild-article.ts';
import { dropSuggestions } from '../suggestions/drop-suggestions.ts';
import { enqueueSyndication } from '../syndication/enqueue-syndication.ts';
import { forgetDeletedWords } from '../working-copy/compact-copy.ts';
import type { Input, RetractArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

export type Retracted = Article & {
  /** Protected mentions in the notice: those words were left out of it. */
  withheld: Reason[];
};

/**
 * Retracts an article: its notice stays at its address, and its findings are withdrawn. Never
 * refused for what the notice says: what may not be said is left out. A second call with another
 * reason rewords the notice.
 */
export function retractArticle(
  ctx: CommandContext,
  { id, why }: Input<typeof RetractArticle>,
): Promise<Retracted> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.retract', articleSubject(locked));
    if (locked.state === 'retracted') return restate(command, locked, why);
    const { to } = step(locked, 'retract');
    const own = await listArticleFindings(tx, id);
    const retraction = await composeRetraction(command, locked, why);
    const findings = await withdrawFindings(command, own);
    const revision = await cutRevision(command, locked, 'retracted', { findings });
    await writeNotice(command, id, why, retraction);
    await rebuildPagesBelow(command, locked);
    const article = await updateWorkflowColumns(tx, locked, {
      state: to,
      approvedRevisionId: null,
      approvedBy: null,
    });
    await deleteNextStep(tx, id);
    await replaceExposures(tx, id, [], at);
    await enqueueSyndication(command, id);
    const withheld = retraction?.mentions ?? [];
    const gone = await dropSuggestions(command, article);
    await forgetDeletedWords(command, id);
    await record(command, 'article.retract', ['article', id], {
      revisionId: revision.id,
      ...(withheld.length > 0 ? { code: 'notice_withheld' } : {}),
      ...gone,
    });
    return { ...article, withheld };
  });
}

async function writeNotice(
  { tx, at, acting }: Command,
  articleId: string,
  why: string,
  retraction: Retraction | null,
): Promise<void> {
  const blanked = retraction !== null && retraction.set.article.retraction?.why !== why;
  await writeRetractionReason(tx, {
    ...{ articleId, why, at: at.toISOString(), by: acting.id },
    redactedAt: blanked ? at.toISOString() : null,
  });
  if (retraction === null) return;
  await writeRetraction(tx, retraction, at);
  await removeFormerSlugs(
    tx,
    retraction.mentions.flatMap((each) => /^formerSlugs\.(.+)$/.exec(each.at ?? '')?.[1] ?? []),
  );
}

/**
 * Rewords the notice of a retracted article; refused if terms protect what it says now. With
 * the same reason, what is left of the article is looked through again, and what terms have come to
 * protect since is taken out.
 */
async function restate(command: Command, locked: Article, why: string): Promise<Retracted> {
  const { tx, at } = command;
  const before = await findRetraction(tx, locked.id);
  const withText = (before?.text.shownAt ?? null) !== null;
  const retraction = await composeRetraction(command, locked, why, { withText });
  const withheld = retraction?.mentions ?? [];
  if (before?.why === why && withheld.length === 0) return { ...locked, withheld };
  if (before?.why !== why) allow(decide(withheld.filter((mention) => mention.at === 'retraction')));
  await writeNotice(command, locked.id, why, retraction);
  await rebuildPagesBelow(command, locked);
  if (withText && retraction?.hasText === false) await takeRetractedTexts(tx, [locked.id]);
  await replaceExposures(tx, locked.id, [], at);
  await enqueueSyndication(command, locked.id);
  await record(command, 'article.retract', ['article', locked.id], {
    code: before?.why === why ? 'notice_withheld' : 'notice_reworded',
  });
  return { ...locked, withheld };
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
