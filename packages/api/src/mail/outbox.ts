import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeptMessage, type Message } from './message.ts';

const suffix = '.json';

/**
 * Keeps a message as a file for its owner to read: instances without a mail server still invite
 * people. The file's name begins with its time, so that names sort as times do.
 */
export async function keepMessage(
  directory: string,
  message: Message,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const kept: KeptMessage = { ...message, id, at: at.toISOString() };
  const path = join(directory, `${kept.at.replaceAll(':', '')}-${id}${suffix}`);
  await writeFile(`${path}.part`, JSON.stringify(kept, null, 2), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/**
 * Lists kept messages, newest first. `cursor` is the file name of the last one seen. A file that
 * is no message is left out.
 */
export async function listKeptMessages(
  directory: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: KeptMessage[]; nextCursor: string | null }> {
  const names = (await readdir(directory).catch(() => [] as string[]))
    .filter((name) => name.endsWith(suffix) && (cursor === null || name < cursor))
    .sort()
    .reverse();
  const page = names.slice(0, limit);
  const messages = await Promise.all(page.map((name) => readKept(join(directory, name))));
  return {
    items: messages.filter((message) => message !== null),
    nextCursor: names.length > limit ? (page.at(-1) ?? null) : null,
  };
}

async function readKept(path: string): Promise<KeptMessage | null> {
  try {
    return KeptMessage.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
