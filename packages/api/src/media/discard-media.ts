import { deleteMedia, mediaInUse } from '@viewpoints/db/editorial/media';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { doubtMediaFile, removeMediaFile } from './media-files.ts';

/**
 * Deletes a picture that was stored for an article which was then not created. It does not go to
 * the trash: no editor chose it, or would look for it there.
 */
export async function discardMedia(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  id: string,
): Promise<void> {
  const { mediaDirectory } = ctx.instance;
  const isDeleted = await runCommand(ctx, async (command) => {
    permit(command, 'media.upload');
    if (await mediaInUse(command.tx, id)) return false;
    await doubtMediaFile(mediaDirectory, id);
    await deleteMedia(command.tx, id);
    await record(command, 'media.remove', ['media', id], { code: 'discarded' });
    return true;
  });
  if (isDeleted) await removeMediaFile(mediaDirectory, id);
}
