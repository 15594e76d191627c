import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { findPendingRelease } from '@viewpoints/db/editorial/releases';
import { writeScheduleRefusal } from '@viewpoints/db/editorial/scheduled-versions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import {
  type NextVersion,
  publishNextVersion,
  requireNextVersion,
} from '../publishing/publish-next-version.ts';
import { withoutRevealing } from '../publishing/redact-reasons.ts';
import { scheduledChange } from '../publishing/scheduled-change.ts';
import { correctionDetails } from './correct-article.ts';
import { lockExistingArticle, lockForPublication, step } from './lock-article.ts';

/**
 * Publishes a scheduled article whose time has come; what is no longer scheduled, or not yet due,
 * stays as it is. One that may no longer go out, or not with the kind and notices that it was scheduled
 * with, is taken off the schedule, and the desk shows why.
 */
export async function publishDueArticle(ctx: CommandContext, id: string): Promise<void> {
  const refused = await runCommand(ctx, async (command) => {
    const locked = await lockForPublication(command, id);
    if (!isDue(locked, command.at)) return null;
    // A schedule of its own from before; it is published with all of the release.
    const release = await findPendingRelease(command.tx, id);
    if (release !== null && release.publishAt !== null) return null;
    const publishAt = locked.publishAt ?? command.at.toISOString();
    const { approvedRevisionId: revisionId } = locked;
    let next: NextVersion;
    try {
      step(locked, 'publish');
      const change = await scheduledChange(command, locked);
      next = await requireNextVersion(command, locked, { revisionId, publishAt }, change);
    } catch (error) {
      if (error instanceof ProblemError) return error;
      throw error;
    }
    const { revision, version } = await publishNextVersion(command, next, publishAt);
    await record(command, 'article.publish', ['article', id], {
      revisionId: revision.id,
      version,
      code: 'scheduled',
      ...(next.edition.minor ? { minor: true } : {}),
      ...(next.notices.length > 0 ? correctionDetails(next) : {}),
    });
    return null;
  });
  if (refused !== null) await runCommand(ctx, (command) => unscheduleRefused(command, id, refused));
}

async function unscheduleRefused(
  command: Command,
  id: string,
  refused: ProblemError,
): Promise<void> {
  const locked = await lockExistingArticle(command, id);
  if (!isDue(locked, command.at)) return;
  const { to } = step(locked, 'unschedule');
  await updateWorkflowColumns(command.tx, locked, { state: to, publishAt: null });
  const code = refused.reasons[0]?.code ?? 'not_publishable';
  const message = withoutRevealing(refused.reasons)[0]?.message ?? '';
  await writeScheduleRefusal(command.tx, locked, { at: command.at, code, message });
  await record(command, 'article.unschedule', ['article', id], { code });
}

const isDue = ({ state, publishAt }: Article, at: Date): boolean =>
  state === 'scheduled' && publishAt !== null && new Date(publishAt) <= at;
