import { isDeepStrictEqual } from 'node:util';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { rebuildNaming } from '../publishing/rebuild-naming.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { listPublicEntries } from './public-entries.ts';

/**
 * Saves an entry over the save it names, and lets readers see what it is called now. What is
 * already there is no change.
 */
export function saveEntry<Content extends object, Kept extends Entry>(
  ctx: CommandContext,
  catalogue: Catalogue<Content, Kept>,
  { id, seen, content }: { id: string; seen: number; content: Content },
): Promise<Kept> {
  return runCommand(ctx, async (command) => {
    const { kind } = catalogue;
    const action = `${kind}.edit` as const;
    permit(command, action);
    const held = await catalogue.lock(command.tx, id);
    if (held === null) throw notFound(kind);
    if (isDeepStrictEqual(held, { ...content, id, save: held.save })) return held;
    refuseStaleSave(held.save, seen);
    const entry = await catalogue.update(command.tx, id, content);
    await rebuildNaming(
      command,
      { kind, id, slugBefore: held.slug, slug: entry.slug },
      await listPublicEntries(command, kind, id),
    );
    await record(command, action, [kind, id], { save: entry.save });
    return entry;
  });
}

/** Ends the command where somebody saved since. */
export function refuseStaleSave(save: number, seen: number): void {
  if (save === seen) return;
  throw new ProblemError('stale', [
    reason('stale', 'Somebody saved this since you opened it.', null, { save, seen }),
  ]);
}
