import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FROM = /\bfrom '([^']+)'|\bimport '([^']+)'/g;
const OURS = /^(?:[./]|node:|@viewpoints\/|next\/|vitest$|vitest\/)/;

/**
 * The packages that screens import. Vite bundles them before the first test: one that it came upon
 * later would reload the page in the middle of another.
 */
export function importedPackages(directories: readonly string[]): string[] {
  const files = directories.flatMap((directory) =>
    globSync('**/*.{ts,tsx}', { cwd: directory })
      .filter((file) => !/[.]test[.]|(?:^|[/])(?:server|testing)[/]/.test(file))
      .map((file) => join(directory, file)),
  );
  const found = new Set<string>();
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').replaceAll(/^(?:import|export) type [^;]*;$/gm, '');
    for (const [, named, bare] of lines.matchAll(FROM)) {
      const name = named ?? bare ?? '';
      if (!OURS.test(name) && !name.endsWith('.css')) found.add(name);
    }
  }
  return [...found].toSorted();
}
