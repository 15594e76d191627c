import { newId } from '@viewpoints/db/editorial/new-id';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Catalogue, Entry } from './catalogue.ts';

/** Adds an entry to a catalogue. */
export function createEntry<Content, Kept extends Entry>(
  ctx: CommandContext,
  catalogue: Pick<Catalogue<Content, Kept>, 'kind' | 'insert'>,
  content: Content,
): Promise<Kept> {
  return runCommand(ctx, async (command) => {
    const action = `${catalogue.kind}.create` as const;
    permit(command, action);
    const entry = await catalogue.insert(command.tx, newId(), content);
    await record(command, action, [catalogue.kind, entry.id]);
    return entry;
  });
}
