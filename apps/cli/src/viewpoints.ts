import { Failure, runCommand } from './failure.ts';
import { generate } from './tool.ts';

await runCommand(async () => {
  const { ok, output } = await generate();
  if (!ok) throw new Failure(output);
  // The database client that the commands import exists only now.
  const { runCommandLine } = await import('./command-line.ts');
  return runCommandLine(process.argv.slice(2));
});
