import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../../../..');
const examples = join(repository, 'packages/client/examples');

/** A program outside the repository that has installed the client from its tarball. */
export type InstalledClient = {
  /** The directory of the program. */
  directory: string;
  /** The directory of the installed package. */
  installed: string;
  tarball: Buffer;
  /** Adds the source of a module. */
  write: (name: string, text: string) => Promise<void>;
  /** Checks all modules by their types: what the compiler finds, empty if nothing. */
  checkTypes: (lib: string[]) => Promise<string>;
  /** Runs a module in a process of its own, and returns what it prints. */
  run: (name: string, ...flags: string[]) => Promise<string>;
  remove: () => Promise<void>;
};

/** Packs the client, installs it without a registry, and adds the examples, with this address. */
export async function installClient(url: string): Promise<InstalledClient> {
  const home = await mkdtemp(join(tmpdir(), 'installed-client-'));
  const directory = join(home, 'program');
  const pack = join(repository, 'packages/client/scripts/pack.ts');
  const { stdout: tarball } = await run(process.execPath, [pack, home]);
  await mkdir(join(directory, 'examples'), { recursive: true });
  await writeFile(join(directory, 'package.json'), '{"type":"module","private":true}');
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...quiet, tarball.trim()], { cwd: directory });
  await cp(examples, join(directory, 'examples'), { recursive: true });
  const write = (name: string, text: string) => writeFile(join(directory, name), text);
  for (const name of ['read-a-journal', 'handle-problems', 'cancel-and-retry']) {
    const path = `examples/${name}.ts`;
    const text = await readFile(join(directory, path), 'utf8');
    await write(path, text.replace('https://desk.journal.example', url));
  }
  return {
    ...{ directory, installed: join(directory, 'node_modules/@viewpoints/client'), write },
    tarball: await readFile(tarball.trim()),
    checkTypes: (lib) => checkTypes(directory, lib),
    run: async (name, ...flags) => {
      const { stdout } = await run(process.execPath, [...flags, name], { cwd: directory });
      return stdout.trim();
    },
    remove: () => rm(home, { recursive: true }),
  };
}

async function checkTypes(directory: string, lib: string[]): Promise<string> {
  const compilerOptions = {
    ...{ strict: true, noEmit: true, module: 'nodenext', target: 'es2022', lib, types: [] },
    ...{ exactOptionalPropertyTypes: true, skipLibCheck: false },
  };
  const config = JSON.stringify({ compilerOptions, include: ['**/*.ts'] });
  await writeFile(join(directory, 'tsconfig.json'), config);
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  return run(process.execPath, [tsc, '-p', '.'], { cwd: directory }).then(
    () => '',
    ({ stdout }) => stdout,
  );
}
