import type { Instance } from '@viewpoints/api/instance';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import type { Logger } from 'pino';

/**
 * Closes the directories of pictures and messages to other users of the machine, and removes what
 * uploads that were cut short left behind. A failure, above all a full disk, is logged and does not
 * prevent reading.
 */
export async function prepareStorage(
  { media, outboxDirectory }: Pick<Instance, 'media' | 'outboxDirectory'>,
  log: Pick<Logger, 'info' | 'error'>,
): Promise<void> {
  try {
    await makePrivateDirectory(outboxDirectory);
    const removed = await media.prepare();
    if (removed > 0) log.info({ removed }, 'removed uploads that were cut short');
  } catch (error) {
    log.error({ err: error }, 'the directories of pictures and messages cannot be prepared');
  }
}
