import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Effect } from '@viewpoints/domain/exposures/effect';
import type { Reason } from '@viewpoints/domain/refusal';
import { describeHiding } from '@viewpoints/published/project/effects';
import { nothingHidden } from '@viewpoints/published/project/hiding';
import { listEarlierVersions } from '@viewpoints/published/project/version-views';
import { type CommandContext, permit, runCommand } from '../command.ts';
import { composeLiveEdition } from '../publishing/compose-edition.ts';
import { composeRetraction } from '../publishing/compose-retraction.ts';
import { listScheduledNotices } from '../publishing/drop-scheduled-notices.ts';
import { redactReasons } from '../publishing/redact-reasons.ts';
import type { Input, PreviewRetraction } from './article-inputs.ts';
import { lockExistingArticle } from './lock-article.ts';

export type RetractionPreview = {
  /** What readers would also lose, or never get. */
  effects: Effect[];
  /** Protected mentions in the notice: those words would be left out of it. */
  withheld: Reason[];
};

/** Works out what retracting an article would hide from readers; changes nothing. */
export function previewRetraction(
  ctx: CommandContext,
  { id, why }: Input<typeof PreviewRetraction>,
): Promise<RetractionPreview> {
  return runCommand(ctx, async (command) => {
    const { tx, acting } = command;
    const article = await lockExistingArticle(command, id);
    permit(command, 'article.retract', articleSubject(article));
    const live = await composeLiveEdition(command, article);
    const retraction = await composeRetraction(command, article, why);
    const versions = await listEarlierVersions(tx, id);
    const findings = (live?.set.article.findings ?? []).filter(
      ({ state }) => state !== 'withdrawn',
    );
    const effects = await describeHiding(tx, {
      ...nothingHidden,
      earlierVersions: versions.map((number) => ({ articleId: id, number })),
      findings: findings.map((finding) => finding.id),
    });
    const scheduled = await listScheduledNotices(command, article, () => true);
    return {
      effects: [...effects, ...scheduled],
      withheld: redactReasons(acting, retraction?.mentions ?? []),
    };
  });
}
