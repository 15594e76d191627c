import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { runCommand } from './failure.ts';
import { onShutdown } from './shutdown.ts';
import {
  addCounts,
  countsLine,
  countsOf,
  readVitestReport,
  type TestCounts,
} from './test-counts.ts';
import { type StepTime, slowestFiles, timeLines } from './test-times.ts';
import { build, endTools, root, runTool, type ToolResult } from './tool.ts';

/** The steps that have ended, in that order. */
const times: StepTime[] = [];

const reports = mkdtempSync(join(tmpdir(), 'viewpoints-reports-'));

/** Runs the tests of some projects. What they print comes as they run, or at the end unless `show`. */
async function runVitest(
  title: string,
  projects: string[],
  { env = {}, show = true }: { env?: Record<string, string | undefined>; show?: boolean } = {},
): Promise<TestCounts> {
  if (show) console.log(`\n— ${title}`);
  const file = join(reports, `${projects.join('-')}.json`);
  const result = await runTool(
    'vitest',
    [
      'run',
      ...projects.map((name) => `--project=${name}`),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show, env },
  );
  if (!show) console.log(`\n— ${title}\n${result.output}`);
  try {
    const report = readFileSync(file, 'utf8');
    rmSync(file);
    times.push({ step: title, seconds: result.seconds, slowest: slowestFiles(report, root) });
    return readVitestReport(title, report, { ok: result.ok, root });
  } catch {
    // Without tests there is no report; a run that broke before it could write one has failed.
    return { passed: 0, failed: result.ok ? [] : [title], skipped: 0 };
  }
}

async function reportBuild(building: Promise<ToolResult>): Promise<TestCounts> {
  console.log('\n— build');
  const result = await building;
  times.push({ step: 'build', seconds: result.seconds, slowest: [] });
  console.log(result.ok ? `✓ build (${result.seconds.toFixed(1)} s)` : result.output);
  return countsOf('build', result.ok);
}

onShutdown(() => {
  endTools();
  rmSync(reports, { recursive: true, force: true });
});

await runCommand(async () => {
  const started = performance.now();
  console.log('— check');
  const tallies = [await runChecks()];
  times.push({ step: 'check', seconds: (performance.now() - started) / 1000, slowest: [] });
  // Tests spend part of their time waiting: at a low priority the build runs at the same time.
  const building = build({ background: true });
  // Screens take the processor that the build leaves. In a separate process, because two set-ups in
  // one process cannot share Prisma’s migration engine.
  const screens = building.then(() =>
    runVitest('screens and dialogs of the admin', ['components'], { show: false }),
  );
  const testDatabaseUrl = process.env.TEST_DATABASE_URL;
  tallies.push(
    await runVitest('unit and database tests', ['unit', 'admin', 'database'], {
      env: { TEST_DATABASE_URL: undefined },
    }),
  );
  if (testDatabaseUrl) {
    tallies.push(
      await runVitest('database tests against TEST_DATABASE_URL', ['database'], {
        env: { TEST_DATABASE_URL: testDatabaseUrl },
      }),
    );
  }
  const built = await reportBuild(building);
  tallies.push(built);
  // Without the sites there is nothing to open in a browser.
  if (built.failed.length === 0) tallies.push(await runVitest('browser tests', ['e2e']));
  tallies.push(await screens);

  rmSync(reports, { recursive: true, force: true });
  const total = addCounts(tallies);
  console.log(`\n${timeLines(times).join('\n')}`);
  console.log(`\nTook ${Math.round((performance.now() - started) / 1000)} s.`);
  for (const name of total.failed) console.log(`✗ ${name}`);
  console.log(countsLine(total));
  return total.failed.length === 0 ? 0 : 1;
});
