import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { findPendingRelease } from '@viewpoints/db/editorial/releases';
import type { Article } from '@viewpoints/domain/articles/article';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import type { Edition } from '../publishing/compose-edition.ts';
import { publishEdition, requirePublishable } from '../publishing/publish-edition.ts';
import { lockExistingArticle, lockForPublication, step } from './lock-article.ts';

/**
 * Publishes a scheduled article whose time has come; what is no longer scheduled, or not yet due,
 * stays as it is. One that may not go out any more is taken off the schedule, so that somebody
 * sees it waiting.
 */
export async function publishDueArticle(ctx: CommandContext, id: string): Promise<void> {
  const refused = await runCommand(ctx, async (command) => {
    const locked = await lockForPublication(command, id);
    if (!isDue(locked, command.at)) return null;
    // A schedule of its own from before; it goes out with all of the release.
    const release = await findPendingRelease(command.tx, id);
    if (release !== null && release.publishAt !== null) return null;
    const publishAt = locked.publishAt ?? command.at.toISOString();
    let edition: Edition;
    try {
      step(locked, 'publish');
      edition = await requirePublishable(command, {
        ...{ article: locked, revisionId: locked.approvedRevisionId, publishAt },
      });
    } catch (error) {
      if (error instanceof ProblemError) return error;
      throw error;
    }
    const { revision, version } = await publishEdition(command, edition, {
      ...{ reason: 'published', publishAt },
    });
    await record(command, 'article.publish', ['article', id], {
      revisionId: revision.id,
      version,
      code: 'scheduled',
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
  await record(command, 'article.unschedule', ['article', id], {
    code: refused.reasons[0]?.code ?? 'not_publishable',
  });
}

const isDue = ({ state, publishAt }: Article, at: Date): boolean =>
  state === 'scheduled' && publishAt !== null && new Date(publishAt) <= at;
