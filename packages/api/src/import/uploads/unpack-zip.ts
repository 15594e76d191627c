import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type Entry, type Options, open, type ZipFile } from 'yauzl';
import { uploadProblem } from './upload-problem.ts';

export type ZipLimits = {
  entries: number;
  /** Most bytes of all that is unpacked. */
  bytes: number;
  /** Most bytes of one entry. */
  entryBytes: number;
  /** How many times its packed size a large entry may have. */
  ratio: number;
  /** How deep directories may lie in one another. */
  depth: number;
};

export const zipLimits: ZipLimits = {
  ...{ entries: 100_000, bytes: 8 * 1024 ** 3, entryBytes: 64 * 1024 ** 2 },
  ...{ ratio: 150, depth: 32 },
};

/** Small entries may pack to next to nothing. */
const smallEntry = 1024 ** 2;

const openZip = promisify<string, Options, ZipFile>(open);

/**
 * Unpacks the files of a zip whose paths are wanted into a directory that is empty. Its list is judged
 * before anything is unpacked. Links and hidden files are left where they are.
 * @throws {ProblemError}
 */
export async function unpackZip(
  path: string,
  directory: string,
  wanted: (path: string) => boolean,
  limits: ZipLimits = zipLimits,
): Promise<void> {
  const zip = await openZip(path, {
    ...{ lazyEntries: true, validateEntrySize: true, autoClose: false },
  }).catch(() => {
    throw uploadProblem('zip_damaged');
  });
  try {
    const entries = (await listEntries(zip, limits)).filter(
      (entry) => isPlainFile(entry) && wanted(entry.fileName),
    );
    for (const entry of entries) await unpack(zip, entry, join(directory, entry.fileName));
  } finally {
    zip.close();
  }
}

function listEntries(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.entries) throw uploadProblem('zip_too_large');
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let total = 0;
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const isLarge =
        entry.uncompressedSize > limits.entryBytes ||
        (entry.uncompressedSize > smallEntry && ratio > limits.ratio);
      if (entry.isEncrypted()) return reject(uploadProblem('zip_encrypted'));
      if (isLarge || total > limits.bytes) return reject(uploadProblem('zip_too_large'));
      if (entry.fileName.split('/').length > limits.depth)
        return reject(uploadProblem('zip_too_large'));
      entries.push(entry);
      return zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    // It says so of names that lead out of the file, and of a list that cannot be read.
    zip.on('error', (error: Error) =>
      reject(
        uploadProblem(
          /relative path|absolute path/.test(error.message) ? 'zip_leads_out' : 'zip_damaged',
        ),
      ),
    );
    zip.readEntry();
  });
}

/** Whether an entry is a file with a name of its own, and no link and nothing hidden. */
function isPlainFile({ fileName, externalFileAttributes }: Entry): boolean {
  const isLink = ((externalFileAttributes >>> 16) & 0o170_000) === 0o120_000;
  const isPlain = (name: string) =>
    name !== '' &&
    !name.startsWith('.') &&
    name !== '__MACOSX' &&
    !/\p{Cc}/u.test(name) &&
    Buffer.byteLength(name) <= 255;
  return !isLink && fileName.split('/').every(isPlain);
}

async function unpack(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  const openEntry = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // `wx`: of two entries with one name, programs would not agree which is the file.
    await pipeline(await openEntry(entry), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw uploadProblem('zip_damaged');
  }
}
