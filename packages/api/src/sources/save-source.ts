import { isDeepStrictEqual } from 'node:util';
import { lockSource, updateSource } from '@viewpoints/db/editorial/sources';
import type { Source } from '@viewpoints/domain/sources/source';
import { refusingUse } from '../catalogue/remove-entry.ts';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { renewSource } from '../publishing/renew-source.ts';
import type { Input, SaveSource } from './source-inputs.ts';

/**
 * Saves a source over the save it names. Other terms need the right to set them, and what readers
 * see of it follows at once; where the new terms forbid what is out, the change is refused.
 */
export function saveSource(
  ctx: CommandContext,
  { id, seen, content }: Input<typeof SaveSource>,
): Promise<Source> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.edit');
    const held = await lockSource(command.tx, id);
    if (held === null) throw notFound('source');
    const { save, createdAt, updatedAt } = held;
    if (isDeepStrictEqual(held, { ...content, id, save, createdAt, updatedAt })) return held;
    refuseStaleSave(save, seen);
    const termsChanged = !isDeepStrictEqual(held.terms, content.terms);
    if (termsChanged) permit(command, 'terms.set');

    let source = held;
    await refusingUse('participant', async () => {
      source = await updateSource(command.tx, id, { content, at: command.at });
    });
    await renewSource(command, id, { narrowed: termsChanged });
    await record(command, 'source.edit', ['source', id], { save: source.save });
    if (termsChanged)
      await record(command, 'terms.set', ['source', id], {
        from: held.terms.attribution,
        to: source.terms.attribution,
        disclosure: source.terms.disclosure,
      });
    return source;
  });
}
