import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportFile } from '@viewpoints/domain/imports/import-options';
import { Id } from '@viewpoints/domain/values';
import { uploadProblem } from './upload-problem.ts';

/*
 * Files of uploads lie in a directory of the upload's id, under numbers: no name that somebody gave
 * is part of a path. Only this process reads them, and no address serves them.
 */

/** The directory of an upload. */
export const uploadDirectory = (root: string, id: string): string => join(root, Id.parse(id));

/** The path of a file of an upload, by its number. */
export const uploadedFile = (directory: string, index: number): string =>
  join(directory, `${index}.upload`);

/** Puts bytes of a file in their place, as they come. */
export async function writeChunk(
  directory: string,
  { index, size, offset }: { index: number; size: number; offset: number },
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = uploadedFile(directory, index);
  const arrived = (await stat(path).catch(() => null))?.size ?? 0;
  // What was sent twice is written over; a gap would be filled with nothing.
  if (offset > arrived) throw uploadProblem('upload_out_of_place', '', { offset: arrived });
  const file = await open(path, arrived === 0 ? 'w' : 'r+', 0o600);
  let at = offset;
  try {
    for await (const chunk of bytes) {
      if (at + chunk.byteLength > size) throw uploadProblem('upload_too_large', '', { size });
      await file.write(chunk, 0, chunk.byteLength, at);
      at += chunk.byteLength;
    }
    return at;
  } finally {
    await file.close();
  }
}

/** How many bytes of each file have arrived. */
export const arrivedSizes = (directory: string, files: readonly ImportFile[]): Promise<number[]> =>
  Promise.all(
    files.map(async (_, index) => {
      const found = await stat(uploadedFile(directory, index)).catch(() => null);
      return found?.size ?? 0;
    }),
  );

/** @throws {ProblemError} unless all bytes of all files are there */
export async function requireWhole(directory: string, files: readonly ImportFile[]): Promise<void> {
  const sizes = await arrivedSizes(directory, files);
  if (sizes.every((size) => size === 0)) throw uploadProblem('upload_files_gone');
  if (files.some(({ size }, index) => sizes[index] !== size))
    throw uploadProblem('upload_incomplete');
}

/** Removes the files of an upload, and all that was unpacked of them. */
export const removeUpload = (root: string, id: string): Promise<void> =>
  rm(uploadDirectory(root, id), { recursive: true, force: true, maxRetries: 3 });

/** Removes what no open upload has, as after a killed process; returns how many directories. */
export async function sweepUploadFiles(
  root: string,
  openOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.filter((name) => Id.safeParse(name).success);
  if (ids.length === 0) return 0;
  const stillOpen = await openOf(ids);
  const over = ids.filter((id) => !stillOpen.has(id));
  for (const id of over) await removeUpload(root, id);
  return over.length;
}
