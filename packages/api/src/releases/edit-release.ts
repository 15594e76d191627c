import { isDeepStrictEqual } from 'node:util';
import {
  findPendingRelease,
  updateRelease,
  writeReleaseArticles,
} from '@viewpoints/db/editorial/releases';
import type { Article } from '@viewpoints/domain/articles/article';
import { decide, type Reason, reason } from '@viewpoints/domain/refusal';
import { checkOpen, type Release } from '@viewpoints/domain/releases/release';
import type { z } from 'zod';
import { lockExistingArticle } from '../articles/lock-article.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { ProblemError } from '../problem.ts';
import { lockExistingRelease } from './lock-release.ts';
import type { EditRelease } from './release-inputs.ts';

/** Names a release and says which articles it has, in their order. */
export function editRelease(
  ctx: CommandContext,
  { id, seen, name, articleIds }: z.output<typeof EditRelease>,
): Promise<Release> {
  return runCommand(ctx, async (command) => {
    permit(command, 'release.edit');
    const locked = await lockExistingRelease(command, id);
    const before = locked.articles.map(({ articleId }) => articleId);
    const isReordered = !isDeepStrictEqual(before, articleIds);
    if (!isReordered && name === locked.name) return locked;
    refuseStaleRelease(locked, seen);
    if (isReordered) allow(checkOpen(locked));
    const added = articleIds.filter((articleId) => !before.includes(articleId)).sort();
    const reasons: Reason[] = [];
    for (const articleId of added) reasons.push(...(await whyNotAdded(command, id, articleId)));
    allow(decide(reasons));
    if (isReordered) await writeReleaseArticles(command.tx, id, articleIds);
    const release = await updateRelease(command.tx, id, { name, save: locked.save + 1 });
    await record(command, 'release.edit', ['release', id], {
      added: added.length,
      removed: before.filter((articleId) => !articleIds.includes(articleId)).length,
    });
    return release;
  });
}

/** Of two who change it at once the second looks again: a list would take the first one's place. */
function refuseStaleRelease({ save }: Release, seen: number): void {
  if (save === seen) return;
  throw new ProblemError('stale', [
    reason('stale', 'Somebody changed the release since you opened it.', null, { save, seen }),
  ]);
}

async function whyNotAdded(command: Command, id: string, articleId: string): Promise<Reason[]> {
  const article = await lockExistingArticle(command, articleId);
  const other = await findPendingRelease(command.tx, articleId);
  const about = { articleId };
  const named = article.headline || 'Untitled';
  if (other !== null && other.id !== id)
    return [
      reason(
        'in_other_release',
        `“${named}” is in the release “${other.name}” already.`,
        'articleIds',
        about,
      ),
    ];
  const why = whyNever[article.state];
  return why === undefined ? [] : [reason('not_addable', `“${named}” ${why}`, 'articleIds', about)];
}

const whyNever: Partial<Record<Article['state'], string>> = {
  scheduled: 'is scheduled by itself. Unschedule it first.',
  retracted: 'is retracted.',
  archived: 'is archived. Restore it first.',
};
