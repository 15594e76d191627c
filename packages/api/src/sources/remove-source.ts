import { deleteSource, lockSource } from '@viewpoints/db/editorial/sources';
import { refusingUse } from '../catalogue/remove-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Removes a source that no article, finding or waiver refers to. */
export function removeSource(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.remove');
    if ((await lockSource(command.tx, id)) === null) throw notFound('source');
    await refusingUse('source', () => deleteSource(command.tx, id));
    await record(command, 'source.remove', ['source', id]);
    return { id };
  });
}
