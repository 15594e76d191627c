import { writePlace } from '@viewpoints/db/editorial/pages';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { slugReasons } from '@viewpoints/domain/pages/page-path';
import { decide, reason } from '@viewpoints/domain/refusal';
import { getPublishedHistory } from '@viewpoints/published/project/published-history';
import type { Input, PlacePage } from '../articles/article-inputs.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { requirePlace } from './require-place.ts';

/**
 * Moves a page under another one, under About or to the root. Readers of a published page get it at its
 * new address at once, with those under it, and are sent on from the former one: so it takes who may publish.
 */
export function placePage(
  ctx: CommandContext,
  { id, parent, from }: Input<typeof PlacePage>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const locked = await lockExistingArticle(command, id);
    const isLive = locked.liveRevisionId !== null;
    permit(command, isLive ? 'article.publish' : 'article.edit', articleSubject(locked));
    if (locked.kind !== 'page')
      throw new ProblemError('refused', [
        reason('not_a_page', 'Only a page stands under another one.', 'parent'),
      ]);
    if (locked.parent === parent) return locked;
    if (from !== undefined && locked.parent !== from)
      throw new ProblemError('stale', [
        reason('stale_place', 'Somebody else has moved it meanwhile. Look again.', 'parent'),
      ]);
    await requirePlace(command, { id, slug: locked.slug, parent });
    const live = (await getPublishedHistory(tx, id)).slug;
    if (live !== null) allow(decide(slugReasons(live, parent)));
    await writePlace(tx, id, parent);
    if (isLive) await rebuildArticle(command, id);
    await record(command, 'article.edit', ['article', id], { fields: 'parent' });
    return { ...locked, parent };
  });
}
