import { deleteMedia, findMediaFile, mediaInUse } from '@viewpoints/db/editorial/media';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { doubtMediaFile, removeMediaFile } from './media-files.ts';

/** Removes a picture that no article shows, neither as it is nor in a revision. */
export async function removeMedia(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  id: string,
): Promise<{ id: string }> {
  const path = await runCommand(ctx, async (command) => {
    permit(command, 'media.remove');
    const media = await findMediaFile(command.tx, id);
    if (media === null) throw notFound('picture');
    if (await mediaInUse(command.tx, id))
      throw new ProblemError('in_use', [reason('in_use', 'An article shows this picture.')]);
    await doubtMediaFile(ctx.instance.mediaDirectory, media.path);
    const path = await deleteMedia(command.tx, id);
    await record(command, 'media.remove', ['media', id]);
    return path;
  });
  await removeMediaFile(ctx.instance.mediaDirectory, path);
  return { id };
}
