import {
  deleteClearance,
  findClearance,
  lockClearance,
  confirmClearance as writeConfirmation,
} from '@viewpoints/db/editorial/clearances';
import { lockSource } from '@viewpoints/db/editorial/sources';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { listArticlesToProtect } from '@viewpoints/published/project/source-uses';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { rebuildArticles } from '../publishing/rebuild-articles.ts';
import type { Input, OneClearance } from './clearance-inputs.ts';

/** Confirms a clearance as a second person: from now on it counts, and what it held back comes back. */
export function confirmClearance(
  ctx: CommandContext,
  { id }: Input<typeof OneClearance>,
): Promise<Clearance> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockRequestedClearance(command, id);
    const alone = permit(command, 'clearance.confirm', { ownerIds: [locked.recordedBy] });
    if (locked.confirmedAt !== null) return locked;
    const clearance = await writeConfirmation(tx, id, { by: acting.id, at });
    await rebuildArticles(command, await listArticlesToProtect(tx, clearance.sourceId));
    await record(command, 'clearance.confirm', ['clearance', id], {
      ...{ kind: clearance.kind, sourceId: clearance.sourceId },
      ...alone,
    });
    return clearance;
  });
}

/** Revokes a clearance: its alarm is raised again before anything is published. */
export function dropClearance(
  ctx: CommandContext,
  { id }: Input<typeof OneClearance>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'clearance.record');
    const locked = await lockRequestedClearance(command, id);
    await deleteClearance(command.tx, id);
    // Its alarm is open again: the desk is notified of what is public.
    await rebuildArticles(command, await listArticlesToProtect(command.tx, locked.sourceId));
    await record(command, 'clearance.record', ['clearance', id], {
      ...{ code: 'dropped', kind: locked.kind, sourceId: locked.sourceId },
    });
    return { id };
  });
}

/** Locks its source first: what is published at the same moment counts on it, or comes after. */
async function lockRequestedClearance({ tx }: Command, id: string): Promise<Clearance> {
  const found = await findClearance(tx, id);
  if (found === null) throw notFound('clearance');
  await lockSource(tx, found.sourceId);
  const locked = await lockClearance(tx, id);
  if (locked === null) throw notFound('clearance');
  return locked;
}
