import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { insertSupersession, listSupersessionChain } from '@viewpoints/db/editorial/supersessions';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import { checkReplacement, checkSupersession } from '@viewpoints/domain/findings/supersession';
import { writeSupersession } from '@viewpoints/published/project/write-links';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { refuseExposingRelation } from '../publishing/refuse-exposing-relation.ts';
import type { Input, SupersedeFinding } from './finding-inputs.ts';
import { findingStep, lockFindingAndArticle } from './lock-finding.ts';

/**
 * Replaces a published finding by another: its holder changed position, or we had it wrong.
 * Readers see it once both are published.
 */
export function supersedeFinding(
  ctx: CommandContext,
  supersession: Input<typeof SupersedeFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const { oldId, newId, kind } = supersession;
    const { finding: old, article } = await lockFindingAndArticle(command, oldId);
    const { finding: next } = await lockFindingAndArticle(command, newId);
    permit(command, 'finding.supersede', findingSubject(old));
    const existing = [
      ...(await listSupersessionChain(tx, oldId)),
      ...(await listSupersessionChain(tx, newId)),
    ];
    const same = existing.some((each) => each.oldId === oldId && each.newId === newId);
    if (same && old.state === 'superseded') return old;
    allow(checkSupersession({ supersession, old, new: next, existing }));
    allow(checkReplacement({ old, new: next }));
    const { to } = findingStep(old, 'supersede');
    const finding = await updateFindingState(tx, oldId, { state: to, at });
    await insertSupersession(tx, { ...supersession, at, by: acting.id });
    await writeSupersession(tx, { ...supersession, at: at.toISOString() }, at);
    // Of one that is not out yet, its publication looks at what it says.
    if (isPublic(next.state)) await refuseExposingRelation(command, old.articleId, next.articleId);
    await rebuildArticle(command, article.id);
    await record(command, 'finding.supersede', ['finding', oldId], { newId, kind });
    return finding;
  });
}
