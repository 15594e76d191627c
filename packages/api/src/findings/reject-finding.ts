import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, SettleFinding } from './finding-inputs.ts';
import { findingStep, holdFinding } from './hold-finding.ts';

/** Turns a proposed finding down; why is for the desk alone. */
export function rejectFinding(
  ctx: CommandContext,
  { id, why }: Input<typeof SettleFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { finding: held, article } = await holdFinding(command, id);
    if (held.state === 'rejected') return held;
    const alone = permit(command, 'finding.reject', findingSubject(held));
    const { to } = findingStep(held, 'reject');
    const finding = await updateFindingState(command.tx, id, { state: to, at: command.at, why });
    await record(command, 'finding.reject', ['finding', id], { articleId: article.id, ...alone });
    return finding;
  });
}
