import { deleteMedia, findMedia, mediaInUse } from '@viewpoints/db/editorial/media';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { removeMediaFile } from './media-files.ts';

/** Removes a picture that no article shows, neither as it is nor in a revision. */
export async function removeMedia(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  id: string,
): Promise<{ id: string }> {
  const path = await runCommand(ctx, async (command) => {
    permit(command, 'media.remove');
    if ((await findMedia(command.tx, id)) === null) throw notFound('picture');
    if (await mediaInUse(command.tx, id))
      throw new ProblemError('in_use', [reason('in_use', 'An article shows this picture.')]);
    const path = await deleteMedia(command.tx, id);
    await record(command, 'media.remove', ['media', id]);
    return path;
  });
  await removeMediaFile(ctx.instance.mediaDirectory, path);
  return { id };
}
