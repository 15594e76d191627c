import { createHash } from 'node:crypto';
import type { ExportManifest } from '@viewpoints/domain/transfer/export-manifest';
import { type MediaStore, readStored } from '@viewpoints/pictures/store/media-store';
import { type Loader, withLoader } from '@viewpoints/published/transfer/load-rows';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { digesting, gather } from './digest.ts';
import { type Entry, kindOfFile, mediaName } from './entry.ts';
import { splitLines } from './lines.ts';
import type { Source } from './open-source.ts';

/** How large a picture or a file may be, in bytes. */
const largestMedia = 256 * 1024 ** 2;

/**
 * Takes a verified export into an empty journal: all of it, or nothing. Files are written before the rows that
 * name them are committed, and removed again where they are not.
 * @throws {TransferError}
 */
export async function loadExport(
  source: Source,
  manifest: ExportManifest,
  {
    databaseUrl,
    media,
    onTable = () => {},
  }: { databaseUrl: string; media: MediaStore; onTable?: (table: string) => void },
): Promise<void> {
  const hashes = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]));
  const written: string[] = [];
  const taken = new Set<string>();
  try {
    await withLoader(databaseUrl, async (loader) => {
      for await (const entry of source()) {
        const file = kindOfFile(entry.name);
        if (file?.kind === 'media') {
          const isNew = await takeMedia(media, file.id, entry, hashes.get(entry.name));
          if (isNew) written.push(file.id);
          taken.add(file.id);
        }
        if (file?.kind !== 'table') continue;
        onTable(file.table);
        await takeTable(loader, file.table, entry, hashes.get(entry.name));
      }
      await compareMedia(loader, taken, manifest.missingMedia);
    });
  } catch (error) {
    // Rows that may be stored keep their pictures; those without a row are swept later.
    const mayBeStored = error instanceof TransferError && error.code === 'commit_unknown';
    if (!mayBeStored) for (const id of written) await media.remove(id);
    throw error;
  }
  for (const id of taken) await media.confirm(id);
}

const changed = (name: string) =>
  new TransferError('changed', `${name} was changed while it was taken in.`);

async function takeTable(
  { load }: Loader,
  table: string,
  { name, content }: Entry,
  expected: string | undefined,
): Promise<void> {
  const digest = digesting(content);
  await load(table, splitLines(digest.content, name));
  if (digest.end().sha256 !== expected) throw changed(name);
}

/** @returns whether the file was not there before */
async function takeMedia(
  media: MediaStore,
  id: string,
  { name, bytes, content }: Entry,
  expected: string | undefined,
): Promise<boolean> {
  if (bytes > largestMedia)
    throw new TransferError('invalid_row', `${name} is larger than a picture or a file may be.`);
  const whole = await gather(content);
  if (hashOf(whole) !== expected) throw changed(name);
  // Of an import that was killed, or of another journal that keeps its files here.
  const there = await readStored(media, id);
  if (there !== null) {
    if (hashOf(there) === expected) return false;
    throw new TransferError(
      'target_exists',
      `Another file lies in ${media.place} as ${id}. Store this journal somewhere else.`,
    );
  }
  await media.write(id, whole);
  return true;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function compareMedia(
  loader: Loader,
  taken: ReadonlySet<string>,
  missing: readonly string[],
): Promise<void> {
  const named = new Set(await loader.mediaIds());
  for (const id of taken)
    if (!named.has(id))
      throw new TransferError('unknown_file', `No row of the export names ${mediaName(id)}.`);
  const known = new Set([...taken, ...missing]);
  for (const id of named)
    if (!known.has(id))
      throw new TransferError('missing_file', `The export lacks ${mediaName(id)}.`);
}
