/**
 * The one program that any Node from 20 on runs as it comes: it installs what is missing and
 * hands over to the Node of this repository, which runs TypeScript directly.
 *
 *   node apps/cli/bin/bootstrap.mjs <start|dev|test|check|bench|mutate|soak|house|viewpoints> [arguments]
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const commands = [
  'start',
  'dev',
  'test',
  'check',
  'bench',
  'mutate',
  'soak',
  'house',
  'viewpoints',
];
const [command = '', ...args] = process.argv.slice(2);
const ownNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Keeps Prisma from downloading an engine that nothing here uses, and others from calling home. What
 * Node compiles is kept for the next start, among the packages: nobody writes there who could not
 * change the program itself.
 */
const env = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  ...process.env,
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether what npm noted when it last finished is what the lock file asks for. */
function isInstalled() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  try {
    const wanted = Object.entries(read('package-lock.json'));
    const installed = read('node_modules/.package-lock.json');
    return (
      existsSync(ownNode) &&
      wanted.every(([path, entry]) => {
        if (!path.includes('node_modules/')) return true;
        const found = installed[path];
        if (found === undefined) return entry.optional === true;
        return found.version === entry.version && existsSync(join(root, path));
      })
    );
  } catch {
    return false;
  }
}

/** Runs a program to its end, passing signals on; resolves to its exit status. */
function run(program, parameters, options = {}) {
  const child = spawn(program, parameters, { cwd: root, env, stdio: 'inherit', ...options });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  // npm killed outright tells nobody; its children see it only by being given another parent.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
  return new Promise((done) => {
    child.on('error', (error) => fail(`${program} cannot be run: ${error.message}.`));
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Node ${process.versions.node} is too old; install Node 20 or later and try again.`);
}
if (!commands.includes(command)) {
  fail(`Name a command: ${commands.join(', ')}.`);
}
if (!isInstalled()) {
  console.error('Installing packages …');
  const npm = process.env.npm_execpath;
  const install = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const status = npm
    ? await run(process.execPath, [npm, ...install, '--loglevel=error'])
    : await run('npm', [...install, '--loglevel=error'], { shell: process.platform === 'win32' });
  if (status !== 0) {
    fail('The packages could not be installed; read what npm says above, and try again.');
  }
}
// What a library will drop one day is for those who keep this, not for those who run it.
const quiet = ['start', 'viewpoints'].includes(command)
  ? ['--disable-warning=DeprecationWarning']
  : [];
// As the sites run (packages/config/src/node-flags.ts): an import of thousands of articles takes a third
// less memory.
const flags = command === 'viewpoints' ? ['--max-semi-space-size=16'] : [];
// The channel tells the command when this process is killed outright.
const status = await run(
  ownNode,
  [...quiet, ...flags, join(root, 'apps/cli/src', `${command}.ts`), ...args],
  { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);
process.exit(status);
