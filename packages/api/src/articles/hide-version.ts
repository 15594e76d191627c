import { announcing } from '@viewpoints/db/published/announce';
import { hideVersions } from '@viewpoints/db/published/hide-exposed';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { decide, reason } from '@viewpoints/domain/refusal';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { composeLiveEdition } from '../publishing/compose-edition.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { holdArticle } from './hold-article.ts';

export const HideVersion = z.strictObject({ id: Id, number: z.int().min(1) });

/**
 * Takes an earlier version of an article away from readers; its number and date stay in the list of
 * versions. A protective act: nothing refuses it but that the version is the one readers have now.
 */
export function hideVersion(
  ctx: CommandContext,
  { id, number }: z.output<typeof HideVersion>,
): Promise<{ id: string; number: number }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const article = await holdArticle(command, id);
    permit(command, 'article.redact', articleSubject(article));
    const live = await composeLiveEdition(command, article);
    allow(
      decide(
        live !== null && number >= live.version
          ? [
              reason(
                'version_is_live',
                'This is the version readers have now. Correct the article, or retract it.',
                'number',
              ),
            ]
          : [],
      ),
    );
    await announcing(tx, id, at, () => hideVersions(tx, [{ articleId: id, number }]));
    await rebuildArticle(command, id);
    await record(command, 'article.redact', ['article', id], { version: number });
    return { id, number };
  });
}
