import { deleteMedia, mediaInUse } from '@viewpoints/db/editorial/media';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { type CommandContext, permit, record, runCommand } from '../command.ts';

/**
 * Deletes a picture that was stored for an article which was then not created. It does not go to
 * the trash: no editor chose it, or would look for it there.
 */
export async function discardMedia(
  ctx: CommandContext & { instance: { media: MediaStore } },
  id: string,
): Promise<void> {
  const { media } = ctx.instance;
  const isDeleted = await runCommand(ctx, async (command) => {
    permit(command, 'media.upload');
    if (await mediaInUse(command.tx, id)) return false;
    await media.doubt(id);
    await deleteMedia(command.tx, id);
    await record(command, 'media.remove', ['media', id], { code: 'discarded' });
    return true;
  });
  if (isDeleted) await media.remove(id);
}
