import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import {
  findScheduledVersion,
  writeScheduledNotices,
  writeScheduleRefusal,
} from '@viewpoints/db/editorial/scheduled-versions';
import type { Article } from '@viewpoints/domain/articles/article';
import { articleTransition } from '@viewpoints/domain/articles/article-workflow';
import type { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import type { Effect } from '@viewpoints/domain/exposures/effect';
import {
  repeatsWithdrawn,
  type WithdrawnWords,
} from '@viewpoints/published/project/withdrawn-words';
import { allow, type Command, record } from '../command.ts';

const message =
  'A scheduled notice repeated words that were withdrawn or redacted. That notice was removed: check ' +
  'the others, and schedule the version again.';

/**
 * Removes each scheduled notice of an article that repeats what this command withdraws or redacts.
 * If there was one, takes the article off the schedule: without the notice it would be published as
 * if nothing had been corrected. Returns details for the audit record.
 */
export async function dropScheduledNotices(
  command: Command,
  article: Article,
  withdrawn: WithdrawnWords,
): Promise<{ scheduledNotices?: number }> {
  const { tx, at } = command;
  const scheduled = await findScheduledVersion(tx, article.id);
  if (scheduled === null) return {};
  const repeats = repeatsWithdrawn(withdrawn);
  const left = scheduled.corrections.filter((notice) => !repeats(notice));
  const scheduledNotices = scheduled.corrections.length - left.length;
  if (scheduledNotices === 0) return {};
  await writeScheduledNotices(tx, article.id, left);
  if (article.state === 'scheduled') {
    const live = article.liveRevisionId !== null;
    const transition = articleTransition(article.state, 'unschedule', { live });
    allow(transition);
    const code = 'withdrawn_words';
    await updateWorkflowColumns(tx, article, { state: transition.to, publishAt: null });
    await writeScheduleRefusal(tx, article, { at, code, message });
    await record(command, 'article.unschedule', ['article', article.id], { code });
  }
  return { scheduledNotices };
}

/** The effects that `dropScheduledNotices` would have. */
export async function previewScheduledNotices(
  command: Pick<Command, 'tx'>,
  article: Article,
  withdrawn: WithdrawnWords,
): Promise<Effect[]> {
  const notices = await listScheduledNotices(command, article, repeatsWithdrawn(withdrawn));
  if (notices.length === 0) return [];
  const { id, headline } = article;
  return [{ kind: 'version_unscheduled', article: { id, headline }, detail: '' }, ...notices];
}

/** The scheduled notices of an article that would be removed, as effects. */
export async function listScheduledNotices(
  { tx }: Pick<Command, 'tx'>,
  { id, headline, state }: Article,
  isRemoved: (notice: CorrectionContent) => boolean,
): Promise<Effect[]> {
  const scheduled = state === 'scheduled' ? await findScheduledVersion(tx, id) : null;
  return (scheduled?.corrections ?? []).filter(isRemoved).map(({ why }) => ({
    ...{ kind: 'scheduled_notice_removed', article: { id, headline }, detail: why },
  }));
}
