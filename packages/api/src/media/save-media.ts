import { findMedia, type MediaItem, updateMedia } from '@viewpoints/db/editorial/media';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

export const SaveMedia = z.strictObject({ id: Id, alt: text(1000), credit: text(300).default('') });

/** Saves what is proposed with a picture when it is put into an article. */
export function saveMedia(
  ctx: CommandContext,
  { id, alt, credit }: z.output<typeof SaveMedia>,
): Promise<MediaItem> {
  return runCommand(ctx, async (command) => {
    permit(command, 'media.edit');
    if ((await findMedia(command.tx, id)) === null) throw notFound('picture');
    const media = await updateMedia(command.tx, id, { alt, credit: credit === '' ? null : credit });
    await record(command, 'media.edit', ['media', id]);
    return media;
  });
}
