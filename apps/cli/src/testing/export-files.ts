import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a directory, by its path, with the SHA-256 of its bytes. */
export async function readTree(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hashes = await Promise.all(paths.map(async (path) => hashOf(await readFile(path))));
  return Object.fromEntries(
    paths.map((path, index) => [path.slice(directory.length + 1), hashes[index] ?? '']),
  );
}

export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

type Manifest = {
  version: number;
  migration: string;
  files: { name: string; bytes: number; sha256: string; rows: number | null }[];
  missingMedia: string[];
};

/** Changes the manifest of an exported directory. */
export async function changeManifest(
  directory: string,
  change: (manifest: Manifest) => void,
): Promise<void> {
  const path = join(directory, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

/** Replaces a file's bytes and updates the manifest, as a forger would. */
export async function forgeFile(
  directory: string,
  name: string,
  change: (text: string) => string,
): Promise<void> {
  const path = join(directory, name);
  const text = change(await readFile(path, 'utf8').catch(() => ''));
  await writeFile(path, text);
  await changeManifest(directory, ({ files }) => {
    const entry = { name, bytes: Buffer.byteLength(text), sha256: hashOf(text), rows: 1 };
    const index = files.findIndex((file) => file.name === name);
    files.splice(index === -1 ? files.length : index, index === -1 ? 0 : 1, entry);
  });
}
