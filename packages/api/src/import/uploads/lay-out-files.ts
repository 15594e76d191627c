import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ImportFile,
  type ImportKind,
  isPictureArchive,
} from '@viewpoints/domain/imports/import-options';
import { unpackZip } from './unpack-zip.ts';
import { uploadedFile } from './upload-files.ts';

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

export type LaidOut = {
  /** The paths of the files that have text; of Markdown the directory that has them. */
  texts: string[];
  /** A directory with the files of pictures; null if there is none. */
  pictures: string | null;
};

/** Puts the files of an upload where its importer finds them: zip files are unpacked. */
export async function layOutFiles(
  directory: string,
  kind: ImportKind,
  files: readonly ImportFile[],
): Promise<LaidOut> {
  const unpacked = join(directory, 'unpacked');
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked, { recursive: true, mode: 0o700 });
  const paths = files.map(({ name }, index) => ({ name, path: uploadedFile(directory, index) }));
  if (kind === 'markdown') {
    for (const { name, path } of paths)
      if (/\.zip$/i.test(name))
        await unpackZip(path, unpacked, (entry) => MARKDOWN.test(entry) || PICTURE.test(entry));
      else await copyUnder(unpacked, path, plainName(name));
    return { texts: [unpacked], pictures: unpacked };
  }
  const archive = paths.find(({ name }) => isPictureArchive(kind, name));
  if (archive !== undefined)
    await unpackZip(archive.path, unpacked, (entry) => PICTURE.test(entry));
  const texts = paths.filter((each) => each !== archive).map(({ path }) => path);
  return { texts, pictures: archive === undefined ? null : await withoutWrapper(unpacked) };
}

/** Copies a file under its name, or under another where that is taken. */
async function copyUnder(directory: string, path: string, name: string): Promise<void> {
  const taken = new Set(await readdir(directory));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${number}-${name}`;
  await copyFile(path, join(directory, free), constants.COPYFILE_EXCL);
}

/** A name for a file of Markdown that is no path, whatever its owner called it. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[^\p{L}\p{N}._-]/gu, '-').replace(/^\.+/, '');
  return plain.slice(-80) || 'file.md';
}

/** The directory itself, or the one that a program wrapped all of it in. */
async function withoutWrapper(directory: string): Promise<string> {
  const entries = await readdir(directory, { withFileTypes: true });
  const [only] = entries;
  const isWrapper = entries.length === 1 && only?.isDirectory() === true;
  return isWrapper && /^(?:uploads|images|media|content)$/i.test(only.name)
    ? join(directory, only.name)
    : directory;
}
