import { updateRelease } from '@viewpoints/db/editorial/releases';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkReleasable, type Release } from '@viewpoints/domain/releases/release';
import type { z } from 'zod';
import { correctionDetails } from '../articles/correct-article.ts';
import { step } from '../articles/lock-article.ts';
import { askEach, type RefusedArticles, requireNoneRefused } from '../articles/refused-articles.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notify } from '../notifications/notify.ts';
import { requireNextVersion, writeNextVersion } from '../publishing/publish-next-version.ts';
import { lockExistingRelease, RELEASE_TIMEOUT } from './lock-release.ts';
import { lockReleaseArticles } from './lock-release-articles.ts';
import { releaseChange, requireInRelease } from './release-changes.ts';
import type { PublishRelease, ReleaseChanges } from './release-inputs.ts';

/** Publishes all articles of a release now, or none if one of them is refused. */
export function publishRelease(
  ctx: CommandContext,
  { id, changes }: z.output<typeof PublishRelease>,
): Promise<Release> {
  return runCommand(
    ctx,
    async (command) => {
      permit(command, 'release.publish');
      const locked = await lockExistingRelease(command, id);
      if (locked.releasedAt !== null) return locked;
      allow(checkReleasable(locked));
      requireInRelease(locked, changes);
      const publishAt = command.at.toISOString();
      requireNoneRefused(
        command,
        await publishArticles(command, locked, publishAt, {
          changes,
          check: (article) => {
            permit(command, 'article.publish', articleSubject(article));
          },
        }),
      );
      return endRelease(command, locked, publishAt);
    },
    { timeout: RELEASE_TIMEOUT },
  );
}

/**
 * Publishes the articles in the order of the release, so that a later one sees the earlier ones as
 * published. The caller rolls its transaction back if any was refused.
 */
export async function publishArticles(
  command: Command,
  release: Release,
  publishAt: string,
  { check, changes = [] }: { check: (article: Article) => void; changes?: ReleaseChanges },
): Promise<RefusedArticles> {
  const articles = await lockReleaseArticles(command, release);
  const refused = await askEach(articles, async (article) => {
    check(article);
    step(article, 'publish');
    const { approvedRevisionId: revisionId } = article;
    const change = await releaseChange(command, article, changes);
    const next = await requireNextVersion(command, article, { revisionId, publishAt }, change);
    const { revision, version } = await writeNextVersion(command, next, publishAt);
    await record(command, 'article.publish', ['article', article.id], {
      ...{ revisionId: revision.id, version, releaseId: release.id },
      ...(change.minor ? { minor: true } : {}),
      ...(next.notices.length > 0 ? correctionDetails(next) : {}),
    });
  });
  const articleIds = articles.map(({ id }) => id);
  if (refused.size === 0) await notify(command, { kind: 'published', articleIds, to: 'writers' });
  return refused;
}

/** Marks a release as out. */
export async function endRelease(
  command: Command,
  { id, articles }: Release,
  publishAt: string,
): Promise<Release> {
  const releasedAt = command.at.toISOString();
  const release = await updateRelease(command.tx, id, { publishAt, releasedAt, stoppedAt: null });
  await record(command, 'release.publish', ['release', id], { articles: articles.length });
  return release;
}
