import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tool.ts';
import type { Statuses } from './calls.ts';
import type { Comparison } from './compare.ts';
import type { Ledger } from './ledger.ts';
import type { Victim } from './processes.ts';

export type SoakResult = {
  seed: number;
  killed: Map<Victim, number>;
  /** How long it took to be ready again after each kill, in milliseconds. */
  recoveries: number[];
  statuses: { writes: Statuses; reads: Statuses };
  ledger: Ledger;
  found: Comparison;
  /** All that may never be, in a sentence each. */
  faults: string[];
};

/** Prints what the run found, and stores it in bench/results. */
export async function report(result: SoakResult): Promise<void> {
  const { seed, killed, recoveries, statuses, ledger, found, faults } = result;
  const kills = [...killed].map(([victim, times]) => `${victim} ${times}`).join(', ');
  const lines = [
    ['killed', `${recoveries.length}: ${kills}`],
    ['ready again', `${spread(recoveries)} s`],
    ['acknowledged', `${ledger.acknowledged} commands, ${ledger.open} left open`],
    [
      'compared',
      `${found.articles} articles, ${found.versions} versions, ${found.pictures} pictures`,
    ],
    ['schedules', `${found.schedules}, late by ${spread(found.lateness)} s`],
    ['answers to writes', listed(statuses.writes)],
    ['answers to reads', listed(statuses.reads)],
    ['faults', String(faults.length)],
  ];
  const text = lines.map(([name, value]) => `${name?.padEnd(18)} ${value}`).join('\n');
  console.log(`\n${text}`);
  for (const fault of faults.slice(0, 50)) console.log(`✗ ${fault}`);
  const directory = join(root, 'bench', 'results');
  await mkdir(directory, { recursive: true });
  const name = `soak-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
  const kept = { seed, ...Object.fromEntries(lines), faults };
  await writeFile(join(directory, name), `${JSON.stringify(kept, null, 2)}\n`);
  console.log(`\nWrote bench/results/${name}.`);
}

/** The middle and the longest, in seconds. */
function spread(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const seconds = (at: number) => ((sorted[at] ?? 0) / 1000).toFixed(1);
  return `${seconds(Math.floor(sorted.length / 2))} (longest ${seconds(sorted.length - 1)})`;
}

const listed = (statuses: Statuses): string =>
  [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, times]) => `${status === 0 ? 'none' : status} × ${times}`)
    .join(', ');
