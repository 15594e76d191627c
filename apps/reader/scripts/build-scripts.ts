import { globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes the site's own scripts: each module of `src/scripts` becomes one small file under a name
 * that changes with its contents. Runs after `next build`, which empties `.next/static`.
 */
export async function buildScripts(): Promise<void> {
  const root = resolve(import.meta.dirname, '..');
  const outdir = join(root, '.next', 'static', 'scripts');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: globSync('src/scripts/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }),
    outdir,
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome115', 'firefox115', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

if (import.meta.main) await buildScripts();
