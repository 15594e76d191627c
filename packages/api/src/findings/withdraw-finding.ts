import { updateFindingState } from '@viewpoints/db/editorial/findings';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import { attributionLabels } from '@viewpoints/domain/attribution/labels';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { hideExposed } from '@viewpoints/published/project/hide-exposed';
import { withdrawnWithFinding } from '@viewpoints/published/project/withdrawn-words';
import { writeWithdrawal } from '@viewpoints/published/project/write-withdrawal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { dropScheduledNotices } from '../publishing/drop-scheduled-notices.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { enqueueSyndication } from '../syndication/enqueue-syndication.ts';
import type { CloseFinding, Input } from './finding-inputs.ts';
import { findingStep, lockFindingAndArticle } from './lock-finding.ts';
import { planWithdrawal } from './plan-withdrawal.ts';

/**
 * Takes a published finding away from readers at once, with its words wherever notices of the article
 * repeat them, out or to come; why is for the desk alone. A protective act: no check refuses it.
 */
export function withdrawFinding(
  ctx: CommandContext,
  { id, why }: Input<typeof CloseFinding>,
): Promise<Finding> {
  return runCommand(ctx, async (command) => {
    const { tx, at, journal } = command;
    const { finding: locked, article } = await lockFindingAndArticle(command, id);
    permit(command, 'finding.withdraw', findingSubject(locked));
    if (locked.state === 'withdrawn') return locked;
    const { to } = findingStep(locked, 'withdraw');
    const finding = await updateFindingState(tx, id, { state: to, at, why });
    const hiding = await planWithdrawal(tx, locked);
    const withdrawn = await withdrawnWithFinding(tx, locked, hiding.notices);
    const { removed } = attributionLabels(journal.language);
    await withAnnouncement(tx, article.id, at, () => hideExposed(tx, hiding, { removed, now: at }));
    await writeWithdrawal(tx, { findingId: id }, at);
    const scheduled = await dropScheduledNotices(command, article, withdrawn);
    await rebuildArticle(command, article.id);
    await enqueueSyndication(command, article.id);
    await record(command, 'finding.withdraw', ['finding', id], {
      articleId: article.id,
      ...{ notices: hiding.notices.length, ...scheduled },
    });
    return finding;
  });
}
