import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import { exportProblem } from '../core/export-problem.ts';

/** What is read of one directory. Beyond it no journal's past reaches, and memory stays bounded. */
export type DirectoryLimits = {
  depth: number;
  files: number;
  /** Bytes of a file. */
  size: number;
};

export const directoryLimits: DirectoryLimits = { depth: 32, files: 200_000, size: 2_500_000 };

/** Directories of programs and of what they make: their files are no content. */
const ofPrograms = new Set(['node_modules', 'vendor', '_site', 'public', 'resources', 'themes']);

const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/** A file below the directory by its path, with `/` between names. */
export type ListedFile = { path: string; why: ImportLeftOut | null };

/**
 * The files of Markdown below a directory, by their paths in order. Links are not followed, wherever
 * they lead.
 * @throws {ProblemError} for more files, or deeper directories, than can be read
 */
export async function listFiles(
  root: string,
  limits: DirectoryLimits = directoryLimits,
): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  const left: string[][] = [[]];
  for (let names = left.pop(); names !== undefined; names = left.pop()) {
    if (names.length > limits.depth)
      throw exportProblem('export_too_deep', null, names.join('/').slice(0, 200));
    for (const entry of await readdir(join(root, ...names), { withFileTypes: true })) {
      const { name } = entry;
      const path = [...names, name].join('/');
      if (name.startsWith('.')) continue;
      if (entry.isDirectory()) {
        if (!ofPrograms.has(name)) left.push([...names, name]);
      } else if (MARKDOWN.test(name) && (entry.isFile() || entry.isSymbolicLink()))
        files.push({ path, why: entry.isFile() ? null : 'symbolic_link' });
      if (files.length > limits.files)
        throw exportProblem('export_too_many', null, `more than ${limits.files} files`);
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file as text; null if it is not UTF-8, too large, or not to be opened. */
export async function readTextFile(
  root: string,
  path: string,
  { size } = directoryLimits,
): Promise<string | null> {
  // A link that was put in its place since it was listed is not followed either.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(join(root, ...path.split('/')), flags).catch(() => null);
  if (file === null) return null;
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > size) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
