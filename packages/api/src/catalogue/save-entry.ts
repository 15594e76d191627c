import { isDeepStrictEqual } from 'node:util';
import type { CatalogueTable, Entry } from '@viewpoints/db/editorial/catalogue-table';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { rebuildNaming } from '../publishing/rebuild-naming.ts';
import { listPublicEntries } from './public-entries.ts';

/**
 * Saves an entry over the save it names, and lets readers see what it is called now. What is
 * already there is no change.
 */
export function saveEntry<Content extends object, Stored extends Entry>(
  ctx: CommandContext,
  table: CatalogueTable<Content, Stored>,
  { id, seen, content }: { id: string; seen: number; content: Content },
): Promise<Stored> {
  return runCommand(ctx, async (command) => {
    const { kind } = table;
    const action = `${kind}.edit` as const;
    permit(command, action);
    const stored = await table.lock(command.tx, id);
    if (stored === null) throw notFound(kind);
    if (isDeepStrictEqual(stored, { ...content, id, save: stored.save })) return stored;
    refuseStaleSave(stored.save, seen);
    const entry = await table.update(command.tx, id, content);
    await rebuildNaming(
      command,
      { kind, id, slugBefore: stored.slug, slug: entry.slug },
      await listPublicEntries(command, kind, id),
    );
    await record(command, action, [kind, id], { save: entry.save });
    return entry;
  });
}

/** Ends the command if the entry was saved since. */
export function refuseStaleSave(save: number, seen: number): void {
  if (save === seen) return;
  throw new ProblemError('stale', [
    reason('stale', 'Somebody saved this since you opened it.', null, { save, seen }),
  ]);
}
