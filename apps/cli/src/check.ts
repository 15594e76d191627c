import { runChecks } from './checks.ts';
import { runCommand } from './failure.ts';

await runCommand(async () => ((await runChecks()).failed.length === 0 ? 0 : 1));
