import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Measure, parseMeasure, renderMeasures } from './bench-table.ts';
import { Failure, runCommand } from './failure.ts';
import { onShutdown } from './shutdown.ts';
import { build, endTools, generate, root } from './tool.ts';

const endWithParent = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));

const nameOf = (file: string) => basename(file, '.bench.ts');

/** The benchmarks with these names, or all if none is named. */
function chosen(files: string[], names: string[]): string[] {
  const known = files.map(nameOf);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Failure(
      `There is no benchmark called ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
    );
  return names.length === 0 ? files : files.filter((file) => names.includes(nameOf(file)));
}

/**
 * Runs the `bench/*.bench.ts` of the packages and apps, one after the other: all, or those named
 * (`npm run bench -- search freshness`). Each is a program that prints a line of JSON for each
 * thing it measured (`Measure`); what else it prints is shown. One that fails takes nothing from
 * what the others measured. The database is an embedded one, or one on the server that
 * BENCH_DATABASE_URL names.
 */
await runCommand(async () => {
  const { signal } = onShutdown(endTools);
  const all = globSync('{packages,apps}/*/bench/*.bench.ts', { cwd: root }).sort();
  const files = chosen(all, process.argv.slice(2));
  if (files.length === 0) {
    console.log('There is no benchmark yet; they lie in bench/ of a package, as *.bench.ts.');
    return 0;
  }
  const made = await (files.some((file) => file.startsWith('apps')) ? build() : generate());
  if (!made.ok) throw new Failure(`${made.output}\nThe build failed; what it said stands above.`);

  const measures: Measure[] = [];
  const failed: string[] = [];
  for (const file of files) {
    console.log(`— ${file}`);
    if (!(await measure(file, measures, signal))) failed.push(nameOf(file));
    if (signal.aborted) return 130;
  }
  const table = renderMeasures(measures);
  console.log(`\n${table}`);
  await write(table, measures);
  for (const name of failed) console.error(`${name} failed; see what it printed above.`);
  return failed.length === 0 && measures.every(({ met }) => met !== false) ? 0 : 1;
});

/** Runs one and adds what it measured; whether it came to its end. */
async function measure(file: string, measures: Measure[], signal: AbortSignal): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', endWithParent, join(root, file)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const exited = once(child, 'exit');
  if (child.stdout === null) throw new Failure(`${file} has no output.`);
  for await (const line of createInterface({ input: child.stdout })) {
    const found = parseMeasure(line, file);
    if (found === null) console.log(line);
    else measures.push(found);
  }
  const [code] = await exited;
  signal.removeEventListener('abort', stop);
  return code === 0;
}

async function write(table: string, measures: Measure[]): Promise<void> {
  const directory = join(root, 'bench', 'results');
  const at = new Date().toISOString();
  const name = at.slice(0, 19).replaceAll(':', '-');
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
  };
  await mkdir(directory, { recursive: true });
  await writeFile(
    join(directory, `${name}.json`),
    JSON.stringify({ at, machine, measures }, null, 2),
  );
  await writeFile(
    join(directory, `${name}.md`),
    `${at}, ${machine.cpu} × ${machine.cores}\n\n${table}\n`,
  );
  console.log(`\nWrote bench/results/${name}.md and .json.`);
}
