import { isReliedOn, lockSource } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Effect } from '@viewpoints/domain/exposures/effect';
import { protectedAtOnce, protectionLost } from '@viewpoints/domain/sources/protection';
import { describeHiding } from '@viewpoints/published/project/effects';
import { listArticlesUsing } from '@viewpoints/published/project/source-uses';
import { type CommandContext, permit, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { isReworded, planProtection } from '../publishing/protect-source.ts';
import type { Input, SaveSource } from './source-inputs.ts';

export type SourcePreview = {
  /** Everything that readers would no longer see. */
  effects: Effect[];
  /** The number of articles that would show its new wording. */
  articles: number;
  /** The fields that would wait for a second person. */
  waiting: string[];
};

/** Works out what saving a source would hide from readers; nothing is changed. */
export function previewSource(
  ctx: CommandContext,
  { id, content }: Input<typeof SaveSource>,
): Promise<SourcePreview> {
  return runCommand(ctx, async (command) => {
    const { tx, fourEyes } = command;
    permit(command, 'source.edit');
    const locked = await lockSource(tx, id);
    if (locked === null) throw notFound('source');
    const articleIds = await listArticlesUsing(tx, id);
    const waivers = await listWaivers(tx, [id]);
    const lost = protectionLost(locked, content, { waivers, relied: await isReliedOn(tx, id) });
    const waiting = fourEyes ? lost : [];
    const proposed = { ...locked, ...protectedAtOnce(locked, content, waiting) };
    const reworded = isReworded(locked, proposed);
    const { hiding } = await planProtection(command, proposed, { reworded });
    return { effects: await describeHiding(tx, hiding), articles: articleIds.length, waiting };
  });
}
