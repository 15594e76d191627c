import { databaseFailure } from '@viewpoints/db/database-failure';
import type { CatalogueTable, Entry } from '@viewpoints/db/editorial/catalogue-table';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { keepInTrash } from '../trash/move-to-trash.ts';

/** Moves an entry that nothing refers to to the trash. */
export function removeEntry<Content, Stored extends Entry>(
  ctx: CommandContext,
  table: CatalogueTable<Content, Stored>,
  id: string,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { kind } = table;
    const action = `${kind}.remove` as const;
    permit(command, action);
    const entry = await table.lock(command.tx, id);
    if (entry === null) throw notFound(kind);
    await keepInTrash(command, { id, kind, name: entry.name });
    await refusingUse(kind, () => table.remove(command.tx, id));
    await record(command, action, [kind, id]);
    return { id };
  });
}

/** Translates a foreign-key violation into a refusal that says the entry is in use. */
export async function refusingUse(kind: string, remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (databaseFailure(error)?.kind !== 'reference') throw error;
    throw new ProblemError('in_use', [
      reason('in_use', `Something still refers to this ${kind}.`, null, { kind }),
    ]);
  }
}
