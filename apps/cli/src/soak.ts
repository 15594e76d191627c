import { Failure, runCommand } from './failure.ts';
import { onShutdown } from './shutdown.ts';
import { build, endTools } from './tool.ts';

/**
 * A long run: the whole product under a load of writes and reads while its processes are killed at
 * random (`npm run soak -- 100 --seed 7`). At the end nothing that was acknowledged may be lost,
 * done twice or half written. Or many calls with inputs that are nearly right
 * (`npm run soak -- --calls 30000`), none of which may meet a fault.
 */
await runCommand(async () => {
  const { kills, calls, seed } = readArguments(process.argv.slice(2));
  const { signal } = onShutdown(endTools);
  console.log('Building what has changed …');
  const { ok, output } = await build();
  if (!ok) throw new Failure(`${output}\nThe build failed; what it said stands above.`);
  if (signal.aborted) return 130;
  // Only now is there a database client to import.
  if (calls !== null) {
    const { fuzz } = await import('./soak/fuzz.ts');
    return (await fuzz({ calls, seed, signal })) ? 0 : 1;
  }
  const { soak } = await import('./soak/soak.ts');
  return (await soak({ kills, seed, signal })) ? 0 : 1;
});

function readArguments(given: string[]): { kills: number; calls: number | null; seed: number } {
  const numberAfter = (flag: string): number | null =>
    given.includes(flag) ? Number(given[given.indexOf(flag) + 1]) : null;
  const calls = numberAfter('--calls');
  const seed = numberAfter('--seed') ?? Math.floor(Math.random() * 2 ** 31);
  const kills = given[0] === undefined || given[0].startsWith('--') ? 100 : Number(given[0]);
  if (![kills, seed, calls ?? 1].every(Number.isInteger) || kills < 1 || (calls ?? 1) < 1)
    throw new Failure(
      'Say how many processes are to be killed, or how many calls made: npm run soak -- 100 [--seed 7], npm run soak -- --calls 30000.',
    );
  return { kills, calls, seed };
}
