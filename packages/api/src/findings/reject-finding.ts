import { updateFindingState } from '@viewpoints/db/editorial/findings';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type CommandContext, record, runCommand } from '../command.ts';
import type { CloseFinding, Input } from './finding-inputs.ts';
import { findingStep, lockFindingAndArticle } from './lock-finding.ts';
import { permitSecondPerson } from './permit-second-person.ts';

/** Turns a proposed finding down; why is for the desk alone. */
export function rejectFinding(
  ctx: CommandContext,
  { id, why }: Input<typeof CloseFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { finding: locked, article } = await lockFindingAndArticle(command, id);
    if (locked.state === 'rejected') return locked;
    const alone = await permitSecondPerson(command, 'finding.reject', locked);
    const { to } = findingStep(locked, 'reject');
    const finding = await updateFindingState(command.tx, id, { state: to, at: command.at, why });
    await record(command, 'finding.reject', ['finding', id], { articleId: article.id, ...alone });
    return finding;
  });
}
