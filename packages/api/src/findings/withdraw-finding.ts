import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { hideEarlierVersions } from '@viewpoints/db/editorial/published-history';
import { writeWithdrawal } from '@viewpoints/db/published/write-withdrawal';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { tellOutside } from '../outside/tell-outside.ts';
import { renewArticle } from '../publishing/renew-article.ts';
import type { Input, SettleFinding } from './finding-inputs.ts';
import { findingStep, holdFinding } from './hold-finding.ts';

/** Takes a published finding away from readers at once; why is for the desk alone. */
export function withdrawFinding(
  ctx: CommandContext,
  { id, why }: Input<typeof SettleFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { finding: held, article } = await holdFinding(command, id);
    permit(command, 'finding.withdraw', findingSubject(held));
    if (held.state === 'withdrawn') return held;
    const { to } = findingStep(held, 'withdraw');
    const finding = await updateFindingState(tx, id, { state: to, at, why });
    await writeWithdrawal(tx, { findingId: id }, at);
    await renewArticle(command, article.id);
    await hideEarlierVersions(tx, article.id);
    await tellOutside(command, article.id);
    await record(command, 'finding.withdraw', ['finding', id], { articleId: article.id });
    return finding;
  });
}
