import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportedTables } from '@viewpoints/published/transfer/exported-models';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { decryptWith, encryptedMark } from './encryption.ts';
import { type Entry, manifestName, mediaName, schemaName, tableName } from './entry.ts';
import { readTar, shown } from './tar.ts';

/** An export that can be read from its beginning, as often as it takes. */
export type Source = () => AsyncIterable<Entry>;

/**
 * Opens an export: a directory, or a file.
 * @param identities secret keys, for an encrypted one
 * @throws {TransferError} `not_an_export`, `encrypted`, `unknown_file`
 */
export async function openSource(path: string, identities: readonly string[]): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new TransferError('not_an_export', `There is no ${path}.`);
  if (found.isDirectory()) return () => readDirectory(path);
  if (!(await isEncrypted(path))) return () => readTar(createReadStream(path));
  if (identities.length === 0)
    throw new TransferError(
      'encrypted',
      'The export is encrypted. Give the file with the secret key: --identity <file>.',
    );
  return () => readTar(decryptWith(identities, createReadStream(path)));
}

async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(encryptedMark.byteLength) });
    return buffer.equals(encryptedMark);
  } finally {
    await file.close();
  }
}

/** Pictures, tables in their order, and their descriptions: as in a file. */
async function* readDirectory(path: string): AsyncGenerator<Entry> {
  const names = await listFiles(path);
  const present = new Set(names);
  const isMedia = (name: string) => name.startsWith(mediaName(''));
  const last = [...exportedTables.map(({ table }) => tableName(table)), schemaName, manifestName];
  const other = names.find((name) => !isMedia(name) && !last.includes(name));
  if (other !== undefined) yield* emptyEntry(other);
  const ordered = [...names.filter(isMedia).sort(), ...last.filter((name) => present.has(name))];
  for (const name of ordered) {
    const file = join(path, name);
    yield { name, bytes: (await stat(file)).size, content: createReadStream(file) };
  }
}

/** An unknown file, without its content: the reader of the export refuses its name. */
async function* emptyEntry(name: string): AsyncGenerator<Entry> {
  yield { name, bytes: 0, content: (async function* () {})() };
}

async function listFiles(path: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    const name = join(entry.parentPath, entry.name)
      .slice(path.length + 1)
      .replaceAll('\\', '/');
    if (entry.isFile()) names.push(name);
    else if (!entry.isDirectory())
      throw new TransferError(
        'unknown_file',
        `The export has a file that is no plain one: ${shown(name)}.`,
      );
  }
  return names;
}
