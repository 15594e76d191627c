import type { CatalogueTable, Entry } from '@viewpoints/db/editorial/catalogue-table';
import { newId } from '@viewpoints/db/editorial/new-id';
import { type CommandContext, permit, record, runCommand } from '../command.ts';

/** Adds an entry to a catalogue. */
export function createEntry<Content, Stored extends Entry>(
  ctx: CommandContext,
  { kind, insert }: Pick<CatalogueTable<Content, Stored>, 'kind' | 'insert'>,
  content: Content,
): Promise<Stored> {
  return runCommand(ctx, async (command) => {
    const action = `${kind}.create` as const;
    permit(command, action);
    const entry = await insert(command.tx, newId(), content);
    await record(command, action, [kind, entry.id]);
    return entry;
  });
}
