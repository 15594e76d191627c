import { globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';

const FOLDER = join('.next', 'static', 'scripts');

/** Build options for the scripts of the site in `root`: each module of `src/scripts` is one file. */
const how = (root: string) =>
  ({
    absWorkingDir: root,
    entryPoints: globSync('src/scripts/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }),
    outdir: join(root, FOLDER),
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome115', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  }) satisfies BuildOptions;

/**
 * Makes the site's own scripts: each module of `src/scripts` becomes one small file under a name
 * that changes with its contents. Runs after `next build`, which empties `.next/static`.
 */
export async function buildScripts(): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  await build(how(root));
}

/** A script as it was made: its file's name and what is in it. */
export type MadeScript = { name: string; body: Buffer };

/**
 * Builds the scripts, and again whenever one of their sources changes; a failure is reported and
 * leaves the last build in place.
 * @returns a function that stops watching, once they were built for the first time
 */
export async function watchScripts(
  root: string,
  onMade: (scripts: readonly MadeScript[]) => void,
): Promise<() => Promise<void>> {
  const first = Promise.withResolvers<void>();
  const watching = await context({
    ...how(root),
    write: false,
    plugins: [
      {
        name: 'hand over',
        setup: ({ onEnd }) =>
          onEnd(({ errors, outputFiles = [] }) => {
            if (errors.length === 0)
              onMade(
                outputFiles.map(({ path, contents }) => ({
                  name: path.slice(join(root, FOLDER).length + 1),
                  body: Buffer.from(contents),
                })),
              );
            first.resolve();
          }),
      },
    ],
  });
  await watching.watch();
  await first.promise;
  return () => watching.dispose();
}

if (import.meta.main) await buildScripts();
