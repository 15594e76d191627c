import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { writeContract } from './write-contract.ts';

const home = join(import.meta.dirname, '..');
const repository = join(home, '../..');

/** The sources allowed in the package: nothing that runs on a server. */
const allowedSources =
  /^packages\/client\/src\/|^packages\/domain\/src\/(?:problem|plain-json)\.ts$|^node_modules\/@trpc\/(?:client|server)\/dist\//;

/** Writes the publishable package into a directory: scripts without dependencies, their types and documents. */
export async function buildPackage(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await buildScripts(directory);
  // Templates until now: what they import is written next.
  for (const name of ['index.d.ts', 'problem.d.ts'])
    await cp(join(home, `declarations/${name}.template`), join(directory, name));
  await writeFile(join(directory, 'contract.d.ts'), writeContract());
  await cp(join(home, 'README.md'), join(directory, 'README.md'));
  await cp(join(repository, 'LICENSE'), join(directory, 'LICENSE'));
  await writeFile(join(directory, 'THIRD-PARTY.md'), await thirdParty());
  const { name, version, license } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const manifest = { name, version, license, ...published };
  await writeFile(join(directory, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Fields of the published manifest that the workspace's manifest lacks. */
const published = {
  description: 'The typed client of a journal published with Viewpoints',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './problem': { types: './problem.d.ts', default: './problem.js' },
    './package.json': './package.json',
  },
  types: './index.d.ts',
};

async function buildScripts(directory: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: { index: join(home, 'src/client.ts'), problem: join(home, 'src/problem.ts') },
    outdir: directory,
    absWorkingDir: repository,
    ...{ bundle: true, splitting: true, metafile: true, format: 'esm', target: 'es2022' },
    ...{ platform: 'neutral', mainFields: ['module'], conditions: ['import'] },
    ...{ chunkNames: 'shared', minifySyntax: true, minifyWhitespace: true, logLevel: 'error' },
  });
  for (const source of Object.keys(metafile.inputs))
    if (!allowedSources.test(source)) throw new Error(`${source} has no place in the client`);
}

/** The licence of what is bundled. */
async function thirdParty(): Promise<string> {
  const text = await readFile(join(repository, 'node_modules/@trpc/client/LICENSE'), 'utf8');
  return `The scripts of this package contain parts of @trpc/client and @trpc/server:\n\n${text}`;
}
