import { checkReasonCodes } from './reason-codes.ts';
import { addCounts, countsOf, type TestCounts } from './test-counts.ts';
import { generate, quietly, runTool, type ToolResult } from './tool.ts';

const checks: { name: string; run: () => Promise<ToolResult> }[] = [
  { name: 'lint and format', run: () => runTool('biome', ['check', '--colors=off']) },
  { name: 'types', run: () => runTool('turbo', ['run', 'types', '--continue', ...quietly]) },
  {
    name: 'dependency rules',
    run: () =>
      runTool('depcruise', [
        '--config',
        'packages/config/dependency-rules.cjs',
        'apps',
        'packages',
      ]),
  },
  { name: 'unused code', run: () => runTool('knip', ['--no-progress']) },
  { name: 'reason codes', run: () => checkReasonCodes() },
];

/** Lint, types, dependency rules, unused code and reason codes; prints a line each, and what a failed one said. */
export async function runChecks(): Promise<TestCounts> {
  const generated = await generate();
  if (!generated.ok) {
    console.log(generated.output);
    console.log('✗ the Prisma client could not be generated');
    return countsOf('the Prisma client', false);
  }
  const results = await Promise.all(
    checks.map(async ({ name, run }) => {
      const result = await run();
      if (!result.ok) console.log(`\n${result.output.trim()}\n`);
      console.log(`${result.ok ? '✓' : '✗'} ${name} (${result.seconds.toFixed(1)} s)`);
      return countsOf(name, result.ok);
    }),
  );
  return addCounts(results);
}
