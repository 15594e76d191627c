import { findCorrection } from '@viewpoints/db/editorial/corrections';
import { announcing } from '@viewpoints/db/published/announce';
import { blankNotices } from '@viewpoints/db/published/hide-exposed';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { wordsIn } from '@viewpoints/domain/attribution/words';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { rebuildArticle } from '../publishing/rebuild-article.ts';
import { holdArticle } from './hold-article.ts';

export const RedactNotice = z.strictObject({ id: Id });

/**
 * Takes the words of a correction notice away from readers; that there was one, and when, stays. A
 * protective act: nothing refuses it.
 */
export function redactNotice(
  ctx: CommandContext,
  { id }: z.output<typeof RedactNotice>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at, journal } = command;
    const correction = await findCorrection(tx, id);
    if (correction === null) throw notFound('notice');
    const article = await holdArticle(command, correction.articleId);
    permit(command, 'article.redact', articleSubject(article));
    if (correction.redactedAt !== null) return { id };
    const { removed } = wordsIn(journal.language);
    await announcing(tx, article.id, at, () => blankNotices(tx, [id], { removed, now: at }));
    await rebuildArticle(command, article.id);
    await record(command, 'article.redact', ['article', article.id], { correctionId: id });
    return { id };
  });
}
