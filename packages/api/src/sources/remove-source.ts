import { deleteSource, lockSource } from '@viewpoints/db/editorial/sources';
import { refusingUse } from '../catalogue/remove-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { keepInTrash } from '../trash/move-to-trash.ts';

/** Moves a source that no article, finding or waiver refers to to the trash. */
export function removeSource(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.remove');
    const source = await lockSource(command.tx, id);
    if (source === null) throw notFound('source');
    await keepInTrash(command, { id, kind: 'source', name: source.title });
    await refusingUse('source', () => deleteSource(command.tx, id));
    await record(command, 'source.remove', ['source', id]);
    return { id };
  });
}
