import { findMedia, type MediaItem, updateMedia } from '@viewpoints/db/editorial/media';
import { FocalPoint } from '@viewpoints/domain/media/focal-point';
import { Day, Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

export const SaveMedia = z.strictObject({
  id: Id,
  alt: text(1000),
  credit: text(300).default(''),
  /** Under which terms the journal has it, and the last day of that. Unchanged if not given. */
  licence: text(500).optional(),
  licenceUntil: Day.nullable().optional(),
  /** The focal point for cropping; null for the centre. Unchanged if not given. */
  focal: FocalPoint.nullable().optional(),
});

/** Saves what is proposed with a picture when it is put into an article. */
export function saveMedia(
  ctx: CommandContext,
  { id, alt, credit, licence, licenceUntil, focal }: z.output<typeof SaveMedia>,
): Promise<MediaItem> {
  return runCommand(ctx, async (command) => {
    permit(command, 'media.edit');
    if ((await findMedia(command.tx, id)) === null) throw notFound('picture');
    const media = await updateMedia(command.tx, id, {
      ...{ alt, credit: credit === '' ? null : credit },
      ...(licence === undefined ? {} : { licence }),
      ...(licenceUntil === undefined ? {} : { licenceUntil }),
      ...(focal === undefined ? {} : { focal }),
    });
    await record(command, 'media.edit', ['media', id]);
    return media;
  });
}
