import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest';
import type { Reached, TestPlan } from './test-plan.ts';

/** What the changed code asks: which change is made, and which test is running. */
type Switches = {
  activeMutant?: string;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> };
};
type Hits = Record<string, number>;

/** What is needed of the loader that Vitest keeps to itself. */
type Loader = {
  evaluatedModules: {
    fileToModulesMap: Map<string, Set<object>>;
    invalidateModule: (module: object) => void;
  };
};

const shared = globalThis as { __stryker__?: Switches };
shared.__stryker__ ??= {};
const switches = shared.__stryker__;

/** What runs outside of tests. */
const HOOKS = 'hooks';

/**
 * Runs test files with one change each. Vitest is given a file that holds a plan; the test file named
 * there is loaded in its place. So one process runs the same test file with many changes, and loads
 * what they import once.
 */
// biome-ignore lint/style/noDefaultExport: Vitest imports it so.
export default class MutantRunner extends TestRunner {
  #plan: TestPlan | null = null;
  #hasFailed = false;

  override importFile(path: string, source: 'collect' | 'setup'): unknown {
    if (source === 'setup') return super.importFile(path, source);
    const plan: TestPlan = JSON.parse(readFileSync(path, 'utf8'));
    this.#plan = plan;
    this.#hasFailed = false;
    switches.activeMutant = plan.mutant ?? 'none';
    switches.hitCount = 0;
    switches.hitLimit = plan.limit;
    switches.currentTestId = undefined;
    // Kept by the changed code, so that it is emptied and not replaced.
    const reached = switches.mutantCoverage;
    for (const hits of [reached?.static ?? {}, reached?.perTest ?? {}])
      for (const key of Object.keys(hits)) delete hits[key];
    if (plan.noticed !== null && existsSync(plan.noticed)) return undefined;
    if (plan.reload !== null) this.#forgetModules(plan.reload);
    return super.importFile(plan.file, source);
  }

  onCollected(files: RunnerTestFile[]): void {
    switches.currentTestId = HOOKS;
    const tests = this.#plan?.tests;
    if (!tests) return;
    const names = new Set(tests);
    for (const file of files) keepTests(file, names);
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (this.#hasFailed) suite.mode = 'skip';
    await super.onBeforeRunSuite(suite);
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (this.#hasFailed) test.mode = 'skip';
    switches.currentTestId = nameOf(test);
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    switches.currentTestId = HOOKS;
    if (test.result?.state === 'fail') this.#fail();
    super.onAfterRunTask(test);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (suite.result?.state === 'fail') this.#fail();
    await super.onAfterRunSuite(suite);
  }

  override onAfterRunFiles(files: RunnerTestFile[]): void {
    const reached = switches.mutantCoverage;
    if (this.#plan?.reaches) {
      const { [HOOKS]: hooks = {}, ...tests } = reached?.perTest ?? {};
      const written: Reached = { tests, hooks, loading: reached?.static ?? {} };
      writeFileSync(this.#plan.reaches, JSON.stringify(written));
    }
    switches.activeMutant = 'none';
    if (this.#plan?.reload) this.#forgetModules(this.#plan.reload);
    super.onAfterRunFiles(files);
  }

  #forgetModules(folder: string): void {
    const { evaluatedModules } = (this as unknown as { moduleRunner: Loader }).moduleRunner;
    for (const [file, modules] of evaluatedModules.fileToModulesMap)
      if (file.startsWith(folder))
        for (const module of modules) evaluatedModules.invalidateModule(module);
  }

  #fail(): void {
    this.#hasFailed = true;
    if (this.#plan?.noticed) writeFileSync(this.#plan.noticed, '');
  }
}

/** Leaves out all tests but these, and suites without any. Returns whether one is left. */
function keepTests(suite: RunnerTestSuite, names: ReadonlySet<string>): boolean {
  let isAny = false;
  for (const task of suite.tasks) {
    const isKept = task.type === 'suite' ? keepTests(task, names) : names.has(nameOf(task));
    if (!isKept) task.mode = 'skip';
    isAny ||= isKept;
  }
  return isAny;
}

/** A test's name with those of its suites. */
function nameOf(test: RunnerTestCase): string {
  const names = [test.name];
  for (let suite = test.suite; suite; suite = suite.suite) names.unshift(suite.name);
  return names.join(' > ');
}
