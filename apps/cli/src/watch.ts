import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.ts';

/** Milliseconds without a further change before a change counts; editors write in several steps. */
const quiet = 150;

/**
 * Calls back when a source file changes in one of the directories.
 * @param directories relative to the root of the repository
 * @returns a way to stop
 */
export function watchSources(directories: string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = directories
    .map((directory) => join(root, directory))
    .filter((directory) => existsSync(directory))
    .map((directory) =>
      watch(directory, { recursive: true }, (_event, file) => {
        if (file === null || !/\.(ts|tsx|prisma)$/.test(file)) return;
        if (/\.test\.tsx?$/.test(file) || file.startsWith('generated')) return;
        clearTimeout(timer);
        timer = setTimeout(changed, quiet);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
