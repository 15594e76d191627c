import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { VersionChangeSet } from '@viewpoints/domain/articles/scheduled-version';
import { decide, reason } from '@viewpoints/domain/refusal';
import type { Release } from '@viewpoints/domain/releases/release';
import { step } from '../articles/lock-article.ts';
import { allow, type Command, permit } from '../command.ts';
import { scheduledChange } from '../publishing/scheduled-change.ts';
import type { ReleaseChanges } from './release-inputs.ts';

/** Ends the command if a change is given for an article that the release does not have. */
export function requireInRelease({ articles }: Release, changes: ReleaseChanges): void {
  const ids = new Set(articles.map(({ articleId }) => articleId));
  allow(
    decide(
      changes.flatMap(({ articleId }, index) =>
        ids.has(articleId)
          ? []
          : [
              reason(
                'not_in_release',
                'This article is not in the release.',
                `changes.${index}.articleId`,
                { articleId },
              ),
            ],
      ),
    ),
  );
}

/**
 * The kind and notices with which an article of a release comes out: those that are given now, by who
 * gives them, or else those that it is scheduled with.
 */
export async function releaseChange(
  command: Command,
  article: Article,
  changes: ReleaseChanges,
): Promise<VersionChangeSet> {
  const given = changes.find(({ articleId }) => articleId === article.id);
  if (given === undefined) return scheduledChange(command, article);
  const { minor, corrections } = given;
  if (corrections.length > 0) {
    permit(command, 'article.correct', articleSubject(article));
    step(article, 'correct');
  }
  return { minor, corrections, by: command.acting.id, setAt: command.at.toISOString() };
}
