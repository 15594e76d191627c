import { stateOf } from '@viewpoints/working-copy/shared-document';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { type CommandContext, runCommand } from '../command.ts';
import { openCopy } from './open-copy.ts';

/** A shared document as a server opens it: all of it, with the newest update that is in it. */
export type OpenedShared = { state: Uint8Array; id: bigint; save: number };

/** Reads the shared document of an article; it is made from the columns where there is none. */
export function openShared(
  ctx: Pick<CommandContext, 'editorial' | 'now'>,
  articleId: string,
): Promise<OpenedShared> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    const locked = await lockExistingArticle(command, articleId);
    const { shared, stored } = await openCopy(command, locked);
    const id = stored.updates.at(-1)?.id ?? stored.foldedId;
    return { state: stateOf(shared), id, save: locked.save };
  });
}
