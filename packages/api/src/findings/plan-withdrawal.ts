import type { Transaction } from '@viewpoints/db/client';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Effect } from '@viewpoints/domain/exposures/effect';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { describeHiding } from '@viewpoints/published/project/effects';
import { type Hiding, nothingHidden } from '@viewpoints/published/project/hiding';
import { listNoticesOfFinding } from '@viewpoints/published/project/notices-of-finding';
import { listEarlierVersions } from '@viewpoints/published/project/version-views';
import { withdrawnWithFinding } from '@viewpoints/published/project/withdrawn-words';
import { type CommandContext, permit, runCommand } from '../command.ts';
import { previewScheduledNotices } from '../publishing/drop-scheduled-notices.ts';
import type { Input, OneFinding } from './finding-inputs.ts';
import { lockFindingAndArticle } from './lock-finding.ts';

/** Everything to hide with a withdrawn finding: whatever repeats its words. */
export async function planWithdrawal(tx: Transaction, finding: Finding): Promise<Hiding> {
  const { notices, versionNotes } = await listNoticesOfFinding(tx, finding);
  const numbers = await listEarlierVersions(tx, finding.articleId);
  const earlierVersions = numbers.map((number) => ({ articleId: finding.articleId, number }));
  return { ...nothingHidden, notices, versionNotes, earlierVersions };
}

/** Works out what withdrawing a finding would also hide from readers; changes nothing. */
export function previewWithdrawal(
  ctx: CommandContext,
  { id }: Input<typeof OneFinding>,
): Promise<{ effects: Effect[] }> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const { finding, article } = await lockFindingAndArticle(command, id);
    permit(command, 'finding.withdraw', findingSubject(finding));
    const hiding = await planWithdrawal(tx, finding);
    const withdrawn = await withdrawnWithFinding(tx, finding, hiding.notices);
    const scheduled = await previewScheduledNotices(command, article, withdrawn);
    return { effects: [...(await describeHiding(tx, hiding)), ...scheduled] };
  });
}
