import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { listUsableMessageIds } from '@viewpoints/db/editorial/messages';
import { Id } from '@viewpoints/domain/values';
import type { MailSettings } from './deliver-message.ts';

/** After this long, in milliseconds, nobody writes at a half-written file any more. */
const writing = 60 * 60 * 1000;

/**
 * Removes the files of messages whose link was used, replaced or taken back, or has run out, and of
 * messages that are there no more: what lies in a file signs somebody in as long as it works.
 * @returns how many were removed
 */
export async function cleanOutbox({
  editorial,
  mail,
  now,
}: {
  editorial: EditorialDatabase;
  mail: Pick<MailSettings, 'outboxDirectory'>;
  now: () => Date;
}): Promise<number> {
  const directory = mail.outboxDirectory;
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const messageOf = (name: string) => Id.safeParse(name.slice(0, -'.eml'.length)).data;
  const kept = names.filter((name) => name.endsWith('.eml') && messageOf(name) !== undefined);
  const ids = kept.flatMap((name) => messageOf(name) ?? []);
  const usable = new Set(await listUsableMessageIds(editorial, ids, now()));
  const ended = kept.filter((name) => !usable.has(messageOf(name) ?? ''));
  const broken = await oldParts(directory, names, now());
  for (const name of [...ended, ...broken]) await rm(join(directory, name), { force: true });
  return ended.length + broken.length;
}

/** Files that a process which was killed left half written. */
async function oldParts(directory: string, names: string[], now: Date): Promise<string[]> {
  const found: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.eml.part'))) {
    const state = await stat(join(directory, name)).catch(() => null);
    if (state !== null && now.getTime() - state.mtimeMs > writing) found.push(name);
  }
  return found;
}
