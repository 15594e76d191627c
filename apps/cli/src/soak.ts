import { Failure, runCommand } from './failure.ts';
import { onEnd } from './on-end.ts';
import { build, endTools } from './tool.ts';

/**
 * A long run: the whole product under a load of writes and reads while its processes are killed at
 * random (`npm run soak -- 100 --seed 7`). At the end nothing that was acknowledged may be lost,
 * done twice or half written.
 */
await runCommand(async () => {
  const { kills, seed } = readArguments(process.argv.slice(2));
  const { signal } = onEnd(endTools);
  console.log('Building what has changed …');
  const { ok, output } = await build();
  if (!ok) throw new Failure(`${output}\nThe build failed; what it said stands above.`);
  if (signal.aborted) return 130;
  // Only now is there a database client to import.
  const { soak } = await import('./soak/soak.ts');
  return (await soak({ kills, seed, signal })) ? 0 : 1;
});

function readArguments(given: string[]): { kills: number; seed: number } {
  const numbers = given.map(Number);
  const at = given.indexOf('--seed');
  const seed = at < 0 ? Math.floor(Math.random() * 2 ** 31) : (numbers[at + 1] ?? Number.NaN);
  const kills = given.length === 0 || at === 0 ? 100 : (numbers[0] ?? Number.NaN);
  if (![kills, seed].every(Number.isInteger) || kills < 1)
    throw new Failure('Say how many processes are to be killed: npm run soak -- 100 [--seed 7]');
  return { kills, seed };
}
