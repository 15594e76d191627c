import { Failure, runCommand } from './failure.ts';
import { onShutdown } from './shutdown.ts';
import { parseSoakOptions } from './soak-options.ts';
import { build, endTools, runTool } from './tool.ts';

/**
 * A long run: the whole product under a load of writes and reads while its processes are killed at
 * random (`npm run soak -- 100 --seed 7`). At the end nothing that was acknowledged may be lost,
 * done twice or half written. Or many calls with inputs that are nearly right
 * (`npm run soak -- --calls 30000`), none of which may meet a fault. Or two pages that write in one
 * article for so many minutes (`npm run soak -- --together 60`), of which no word may be lost. Or
 * the tests of killed processes that wait for what others notice only after a time
 * (`npm run soak -- --waits`).
 */
await runCommand(async () => {
  const { kills, calls, together, waits, seed } = parseSoakOptions(process.argv.slice(2));
  if (waits) {
    onShutdown(endTools);
    return (await runTool('vitest', ['run', '--project=soak'], { show: true })).ok ? 0 : 1;
  }
  const { signal } = onShutdown(endTools);
  console.log('Building what has changed …');
  const { ok, output } = await build();
  if (!ok) throw new Failure(`${output}\nThe build failed; what it said stands above.`);
  if (signal.aborted) return 130;
  // The database client exists only now.
  if (calls !== null) {
    const { fuzz } = await import('./soak/fuzz.ts');
    return (await fuzz({ calls, seed, signal })) ? 0 : 1;
  }
  if (together !== null) {
    const { soakTogether } = await import('./soak/together.ts');
    return (await soakTogether({ minutes: together, seed, signal })) ? 0 : 1;
  }
  const { soak } = await import('./soak/soak.ts');
  return (await soak({ kills, seed, signal })) ? 0 : 1;
});
