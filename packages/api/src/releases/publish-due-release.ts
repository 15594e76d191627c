import { findRelease, updateRelease, writeRefusedCodes } from '@viewpoints/db/editorial/releases';
import type { Article } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import type { Release } from '@viewpoints/domain/releases/release';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { lockExistingRelease, RELEASE_TIMEOUT } from './lock-release.ts';
import { endRelease, publishArticles } from './publish-release.ts';
import { unscheduleArticles } from './unschedule-release.ts';

/** Some article may not go out: the transaction ends, and nothing of the release is published. */
class ReleaseStopped extends Error {
  override readonly name = 'ReleaseStopped';
  readonly codes: ReadonlyMap<string, string>;

  constructor(codes: ReadonlyMap<string, string>) {
    super('An article of the release was refused.');
    this.codes = codes;
  }
}

/**
 * Publishes a scheduled release whose time has come; one that is no longer scheduled, not yet due
 * or out already stays as it is. Where one article may not go out any more, none does: all are
 * taken off the schedule, and the release says which was refused.
 */
export async function publishDueRelease(ctx: CommandContext, id: string): Promise<void> {
  if ((await findRelease(ctx.editorial, id)) === null) return;
  try {
    await runCommand(ctx, (command) => publishDue(command, id), { timeout: RELEASE_TIMEOUT });
  } catch (error) {
    if (!(error instanceof ReleaseStopped)) throw error;
    await runCommand(ctx, (command) => stopRelease(command, id, error.codes));
  }
}

async function publishDue(command: Command, id: string): Promise<void> {
  const locked = await lockExistingRelease(command, id);
  if (!isDue(locked, command.at)) return;
  const publishAt = locked.publishAt ?? command.at.toISOString();
  const refused = await publishArticles(command, locked, publishAt, {
    check: requireScheduled,
  });
  if (refused.size > 0) throw new ReleaseStopped(codesOf(refused));
  await endRelease(command, locked, publishAt);
}

/** Edits since may be approved again by now, but they are not scheduled. */
function requireScheduled({ state }: Article): void {
  if (state === 'scheduled') return;
  throw new ProblemError('refused', [
    reason('not_scheduled', 'It was changed after the release was scheduled.'),
  ]);
}

async function stopRelease(
  command: Command,
  id: string,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const locked = await lockExistingRelease(command, id);
  if (!isDue(locked, command.at)) return;
  await unscheduleArticles(command, locked, { code: 'release_stopped' });
  await updateRelease(command.tx, id, { publishAt: null, stoppedAt: command.at.toISOString() });
  await writeRefusedCodes(command.tx, id, codes);
  await record(command, 'release.unschedule', ['release', id], {
    ...{ code: 'article_refused', refused: codes.size },
  });
}

const codesOf = (refused: ReadonlyMap<Article, readonly { code: string }[]>) =>
  new Map(
    [...refused].map(([{ id }, reasons]) => [id, reasons[0]?.code ?? 'not_publishable'] as const),
  );

const isDue = ({ publishAt, releasedAt }: Release, at: Date): boolean =>
  releasedAt === null && publishAt !== null && new Date(publishAt) <= at;
