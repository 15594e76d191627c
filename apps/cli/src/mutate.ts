import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { type MutateOptions, parseMutateOptions } from './mutate-options.ts';
import { mutatePatterns } from './mutate-paths.ts';
import { onShutdown } from './shutdown.ts';
import { endTools, root, runTool } from './tool.ts';

const config = 'mutation/stryker.config.json';

/**
 * Mutation testing: changes the code in one place at a time and shows each change that no test
 * notices, with the score of each file. Takes the domain or, with `--package api`, publishing: all of
 * it, the files and folders named (`npm run mutate -- src/articles`), or a part of its functions
 * (`--part=2/8`), which is a sample; other options (`--force`, `--concurrency=1`) are Stryker's. What
 * has not changed since the last run is not run again. `--sample 150 --seed 1` takes so many changes at
 * random, each with the test files that are nearest to it, and prints the interval of the score.
 */
await runCommand(async () => {
  const { signal } = onShutdown(endTools);
  const { folder, part, paths, passed, sample } = parseMutateOptions(process.argv.slice(2));
  const directory = join(root, folder);
  const settings = JSON.parse(readFileSync(join(directory, config), 'utf8'));
  const patterns = mutatePatterns(paths, { directory, folder, settings });
  if (sample !== undefined) return runSample(directory, patterns, { ...sample, settings, signal });
  const run = ['run', config, '--mutate', patterns.join(','), ...passed];
  const env = part === undefined ? {} : { MUTATION_PART: part };
  const { ok } = await runTool('stryker', run, { show: true, cwd: directory, env });
  console.log(`\nThe report is in ${folder}/reports/mutation/.`);
  if (!ok) throw new Failure('The score is below the limit, or the run broke: see above.');
  return 0;
});

async function runSample(
  directory: string,
  patterns: string[],
  {
    size,
    seed,
    settings,
    signal,
  }: NonNullable<MutateOptions['sample']> & {
    settings: { thresholds: { break: number } };
    signal: AbortSignal;
  },
): Promise<number> {
  // Vitest and the instrumenter are large, and of use to a sample alone.
  const { sampleMutants } = await import('./mutation/sample-mutants.ts');
  const score = await sampleMutants({ directory, patterns, size, seed, signal });
  const limit = settings.thresholds.break;
  if (score * 100 < limit) throw new Failure(`The score of the sample is below ${limit} %.`);
  return 0;
}
