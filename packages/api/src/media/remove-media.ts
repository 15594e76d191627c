import { deleteMedia, findMedia, mediaInUse } from '@viewpoints/db/editorial/media';
import { reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { keepInTrash } from '../trash/move-to-trash.ts';

/**
 * Moves a picture or file that no article shows, neither as it is nor in a revision, to the trash.
 * Its bytes are stored until it is deleted for good, but not served meanwhile.
 */
export function removeMedia(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'media.remove');
    const media = await findMedia(command.tx, id);
    if (media === null) throw notFound('picture');
    if (await mediaInUse(command.tx, id))
      throw new ProblemError('in_use', [reason('in_use', 'An article shows this picture.')]);
    await keepInTrash(command, { id, kind: 'media', name: media.fileName });
    await deleteMedia(command.tx, id);
    await record(command, 'media.remove', ['media', id]);
    return { id };
  });
}
