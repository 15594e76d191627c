import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSample, shareInterval } from './choose-sample.ts';
import { type Mutant, mutateFiles } from './mutants.ts';
import { type MutantResult, runMutants } from './run-mutants.ts';

export type SampleOptions = {
  directory: string;
  patterns: readonly string[];
  size: number;
  seed: number;
  signal: AbortSignal;
};

/**
 * Files of tests that run for each change. Those that survive would run all that reach them, which took
 * nearly all of the time; further files can only raise the score.
 */
const FILES = 4;
const WORKERS = 2;

/**
 * Tries some changes of a package, chosen at random, prints those that no test notices and the score
 * with its interval, and writes both to `reports/mutation/sample.json`. Returns the share noticed.
 */
export async function sampleMutants(options: SampleOptions): Promise<number> {
  const { directory, patterns, size, seed, signal } = options;
  const mutated = await mutateFiles(directory, patterns);
  const sample = chooseSample(mutated.mutants, size, seed);
  console.log(`${sample.length} of ${mutated.mutants.length} changes, seed ${seed}.`);
  const folder = join(directory, 'reports/mutation');
  mkdirSync(folder, { recursive: true });
  const results = await runMutants({
    ...{ directory, mutated, sample, files: FILES, workers: WORKERS, signal },
    report: (line) => console.log(line),
    onBatch: (known) => {
      const summary = summaryOf(known);
      console.log(summary);
      const kept = { seed, summary, results: known };
      writeFileSync(join(folder, 'sample.json'), JSON.stringify(kept, null, 1));
    },
  });
  const left = results
    .filter(({ status }) => status !== 'noticed')
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  for (const result of left) console.log(`\n${describeResult(result)}`);
  console.log(`\n${summaryOf(results)}`);
  return results.length === 0 ? 1 : countNoticed(results) / results.length;
}

const countNoticed = (results: readonly MutantResult[]): number =>
  results.filter(({ status }) => status === 'noticed').length;

function summaryOf(results: readonly MutantResult[]): string {
  const noticed = countNoticed(results);
  const [from, to] = shareInterval(noticed, results.length);
  return `${noticed} of ${results.length} noticed: ${percent(noticed / results.length)}; of all changes, with 95 % certainty, between ${percent(from)} and ${percent(to)}.`;
}

function describeResult({
  file,
  line,
  column,
  kind,
  status,
  ran,
  ...mutant
}: MutantResult): string {
  const how = status === 'unreached' ? 'no test reaches it' : `${ran} tests pass`;
  return `${file}:${line}:${column} ${kind}, ${how}\n- ${brief(mutant.original)}\n+ ${brief(mutant.replacement)}`;
}

const brief = (code: Mutant['original']): string => code.replaceAll(/\s+/g, ' ').slice(0, 160);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
