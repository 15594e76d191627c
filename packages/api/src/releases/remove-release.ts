import { deleteRelease } from '@viewpoints/db/editorial/releases';
import { checkOpen } from '@viewpoints/domain/releases/release';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockExistingRelease } from './lock-release.ts';

/** Removes a release that is not scheduled; its articles stay as they are. */
export function removeRelease(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'release.remove');
    allow(checkOpen(await lockExistingRelease(command, id)));
    await deleteRelease(command.tx, id);
    await record(command, 'release.remove', ['release', id]);
    return { id };
  });
}
