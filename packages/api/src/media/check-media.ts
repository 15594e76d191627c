import { lockMedia, type MediaItem, markMediaChecked } from '@viewpoints/db/editorial/media';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/**
 * Confirms, as a second person, that a file which no program can read contains nothing that is not
 * allowed. Until then no article with it can be published.
 */
export function checkMedia(ctx: CommandContext, id: string): Promise<MediaItem> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const media = await lockMedia(tx, id);
    if (media === null) throw notFound('file');
    const alone = permit(command, 'media.check', { ownerIds: [media.uploadedBy.id] });
    if (media.unread.length === 0 || media.checkedAt !== null) return media;
    const checked = await markMediaChecked(tx, id, { by: acting.id, at });
    await record(command, 'media.check', ['media', id], { unread: media.unread.join(), ...alone });
    return checked;
  });
}
