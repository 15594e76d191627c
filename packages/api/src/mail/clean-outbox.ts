import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { listUsableMessageIds } from '@viewpoints/db/editorial/messages';
import { Id } from '@viewpoints/domain/values';
import { type Clock, momentOf } from '../moment.ts';
import type { MailSettings } from './deliver-message.ts';

/** Age in milliseconds after which a partly written file is no longer being written. */
const maxWriteTime = 60 * 60 * 1000;

/**
 * Removes `.eml` files whose message has ended, expired or been deleted: anybody can sign in with
 * the link in such a file while it works.
 * @returns how many files were removed
 */
export async function cleanOutbox({
  editorial,
  mail,
  now,
}: {
  editorial: EditorialDatabase;
  mail: Pick<MailSettings, 'outboxDirectory'>;
  now?: Clock;
}): Promise<number> {
  const directory = mail.outboxDirectory;
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const at = await momentOf({ editorial, now });
  const messageOf = (name: string) => Id.safeParse(name.slice(0, -'.eml'.length)).data;
  const kept = names.filter((name) => name.endsWith('.eml') && messageOf(name) !== undefined);
  const ids = kept.flatMap((name) => messageOf(name) ?? []);
  const usable = new Set(await listUsableMessageIds(editorial, ids, at));
  const ended = kept.filter((name) => !usable.has(messageOf(name) ?? ''));
  const broken = await findStaleParts(directory, names, at);
  for (const name of [...ended, ...broken]) await rm(join(directory, name), { force: true });
  return ended.length + broken.length;
}

/** Partly written files of a process that was killed. */
async function findStaleParts(directory: string, names: string[], now: Date): Promise<string[]> {
  const found: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.eml.part'))) {
    const state = await stat(join(directory, name)).catch(() => null);
    if (state !== null && now.getTime() - state.mtimeMs > maxWriteTime) found.push(name);
  }
  return found;
}
