import { deleteTrashItem, emptyArticle } from '@viewpoints/db/editorial/trash';
import { reason } from '@viewpoints/domain/refusal';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { asSystem } from '../jobs/system-account.ts';
import { ProblemError } from '../problem.ts';
import { lockInTrash } from './restore-item.ts';

type MediaContext = CommandContext & { instance: { media: MediaStore } };

/** Deletes something in the trash for good, with every word of it and the bytes of a file. */
export async function emptyItem(ctx: MediaContext, id: string): Promise<{ id: string }> {
  await empty(ctx, ctx.instance.media, id, (command) => {
    permit(command, 'trash.empty');
    return { now: true };
  });
  return { id };
}

/** Deletes something that has been in the trash for its time. */
export const emptyDueItem = (context: JobContext, id: string): Promise<void> =>
  empty(asSystem(context), context.instance?.media, id, () => ({ now: false }));

async function empty(
  ctx: CommandContext,
  media: MediaStore | undefined,
  id: string,
  begin: (command: Command) => { now: boolean },
): Promise<void> {
  const kind = await runCommand(ctx, async (command) => {
    const { tx } = command;
    const how = begin(command);
    const { kind } = await lockInTrash(tx, id);
    if (kind === 'article') {
      if (!(await emptyArticle(tx, id, how)))
        throw new ProblemError('in_use', [
          reason('not_emptied', 'It cannot be deleted: readers have had it.'),
        ]);
    } else {
      if (kind === 'media') await media?.doubt(id);
      await deleteTrashItem(tx, id);
    }
    await record(command, 'trash.empty', [kind, id]);
    return kind;
  });
  if (kind === 'media') await media?.remove(id);
}
