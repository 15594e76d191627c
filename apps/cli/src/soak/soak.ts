import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { compare } from './compare.ts';
import { createLedger } from './ledger.ts';
import { createParticipants } from './participants.ts';
import { findLeft, findVictims, killOutright, type Victim } from './processes.ts';
import { createProduct, type Product } from './product.ts';
import { createRandom, type Random } from './random.ts';
import { keepReading } from './reads.ts';
import { report } from './report.ts';
import { runStory } from './story.ts';
import { keepUploading } from './uploads.ts';

/** The probability of each to be the next. */
const weights: readonly (readonly [Victim, number])[] = [
  ['api', 30],
  ['backend', 25],
  ['postmaster', 15],
  ['reader', 15],
  ['supervisor', 5],
  ['admin', 5],
  ['launcher', 5],
];

/** How many articles are written at once, and how many readers there are. */
const writers = 4;
const readers = 3;

/** Milliseconds in which the last embargo ends, and is announced. */
const rest = 15_000;

/** Runs it; whether all was as it has to be. */
export async function soak({
  kills,
  seed,
  signal,
}: {
  kills: number;
  seed: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const random = createRandom(seed);
  const product = await createProduct();
  console.log(`Seed ${seed}; data in ${product.dataDir}.`);
  const writing = new AbortController();
  const reading = new AbortController();
  const ledger = createLedger();
  const killed = new Map<Victim, number>();
  const recoveries: number[] = [];
  const statuses = { writes: new Map<number, number>(), reads: new Map<number, number>() };
  try {
    await product.start();
    await product.becomesReady();
    const cast = await createParticipants(product, statuses.writes);
    let number = 0;
    const stop = AbortSignal.any([signal, reading.signal]);
    const write = async () => {
      // A story that was begun is finished, as long as the product can be repaired.
      while (!writing.signal.aborted && !signal.aborted)
        await runStory({ cast, ledger, random, number: number++, signal: stop });
    };
    const reads = Array.from({ length: readers }, () =>
      keepReading(product.readerUrl, { ledger, random, statuses: statuses.reads, signal: stop }),
    );
    const work = [
      ...Array.from({ length: writers }, write),
      keepUploading(cast.publisher, { ledger, random, signal: writing.signal }),
    ];
    for (let count = 1; count <= kills && !signal.aborted; count += 1) {
      await sleep(random.between(200, 3_000));
      const from = Date.now();
      const victim = await killOne(product, random);
      killed.set(victim, (killed.get(victim) ?? 0) + 1);
      if (victim === 'launcher') await product.start();
      const took = await product.becomesReady();
      recoveries.push(took);
      ledger.outages.push({ from, to: Date.now() });
      console.log(
        `${count}/${kills} ${victim.padEnd(10)} ready again after ${(took / 1000).toFixed(1)} s`,
      );
    }
    writing.abort();
    await Promise.all(work);
    // Waits until the last scheduled or embargoed article is published.
    await sleep(signal.aborted ? 0 : rest);
    reading.abort();
    await Promise.all(reads);
    if (signal.aborted) return false;

    const database = await openDatabase(
      { databaseUrl: null, dataDir: product.dataDir },
      { join: true, say: () => {} },
    );
    const secret = readFileSync(join(product.dataDir, 'secret'), 'utf8').trim();
    const found = await compare(database.url, ledger, { dataDir: product.dataDir, secret });
    const status = await product.end();
    const left = findLeft(product.dataDir);
    const faults = [
      ...ledger.faults,
      ...found.faults,
      ...(status === 0 ? [] : [`Ctrl-C ended it with ${status}.`]),
      ...left.map(({ command }) => `A process was left behind: ${command}`),
    ];
    await report({ seed, killed, recoveries, statuses, ledger, found, faults });
    if (faults.length === 0) await rm(product.dataDir, { recursive: true, force: true });
    else console.log(`\nIts data are left in ${product.dataDir}.`);
    return faults.length === 0;
  } finally {
    writing.abort();
    reading.abort();
    await product.end();
  }
}

/** Kills a running process, and returns which. */
async function killOne(product: Product, random: Random): Promise<Victim> {
  for (let tries = 0; tries < 200; tries += 1, await sleep(100)) {
    const victim = random.pick(weights);
    const found = findVictims(product.launcher(), product.dataDir)[victim];
    const pid = found[random.between(0, found.length - 1)];
    if (pid !== undefined && killOutright(pid)) return victim;
  }
  throw new Failure('There was nothing left to kill.');
}
