import { newId } from '@viewpoints/db/editorial/new-id';
import { insertRelease } from '@viewpoints/db/editorial/releases';
import type { Release } from '@viewpoints/domain/releases/release';
import type { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { CreateRelease } from './release-inputs.ts';

/** Begins a release without articles and without a time. */
export function createRelease(
  ctx: CommandContext,
  { name }: z.output<typeof CreateRelease>,
): Promise<Release> {
  return runCommand(ctx, async (command) => {
    permit(command, 'release.create');
    const { tx, acting, at, journal } = command;
    const { timeZone } = journal;
    const release = await insertRelease(tx, {
      ...{ id: newId(), name, timeZone, createdBy: acting.id, createdAt: at },
    });
    await record(command, 'release.create', ['release', release.id]);
    return release;
  });
}
