import { databaseFailure } from '@viewpoints/db/database-failure';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { Catalogue, Entry } from './catalogue.ts';

/** Removes an entry that nothing refers to. */
export function removeEntry<Content, Kept extends Entry>(
  ctx: CommandContext,
  catalogue: Catalogue<Content, Kept>,
  id: string,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const action = `${catalogue.kind}.remove` as const;
    permit(command, action);
    const held = await catalogue.lock(command.tx, id);
    if (held === null) throw notFound(catalogue.kind);
    await refusingUse(catalogue.kind, () => catalogue.remove(command.tx, id));
    await record(command, action, [catalogue.kind, id]);
    return { id };
  });
}

/** Tells a foreign key's refusal as what it means to somebody who removes a thing. */
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
