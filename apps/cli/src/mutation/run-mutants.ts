import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BaseSequencer,
  createVitest,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';
import type { Mutant, Mutated } from './mutants.ts';
import { type Reached, type TestPlan, writePlan } from './test-plan.ts';

/** Tests of one file that reach a change. */
type ReachingTests = { file: string; tests: string[]; seconds: number };

export type MutantResult = Mutant & {
  /** Whether a test noticed the change, or none reached it. */
  status: 'noticed' | 'survived' | 'unreached';
  /** The test that noticed it, with its file. */
  by: string | null;
  /** How many tests ran with the change. */
  ran: number;
};

export type RunOptions = {
  /** The package, absolute. */
  directory: string;
  mutated: Mutated;
  sample: readonly Mutant[];
  /** How many test files at most run for each change; the rest would be further away from it. */
  files: number;
  workers: number;
  /** Is told what is known so far. */
  report: (line: string) => void;
  onBatch: (results: readonly MutantResult[]) => void;
  signal: AbortSignal;
};

/**
 * Changes that are tried together, in the order of the sample: what is known once some were tried is a
 * sample, too, and a run can be ended at any time.
 */
const BATCH = 30;
/** Tries each change of a sample with the tests that reach it, the likeliest to notice it first. */
export async function runMutants(options: RunOptions): Promise<MutantResult[]> {
  const { directory, sample, report, signal, onBatch } = options;
  const reports = join(directory, 'reports/mutation');
  mkdirSync(reports, { recursive: true });
  const work = mkdtempSync(join(reports, 'run-'));
  const runner = await openRunner(options, work);
  try {
    const started = performance.now();
    const reached = await findReached(runner, options);
    report(`${secondsSince(started)} s for which of ${reached.testCount} tests reaches what.`);
    const results: MutantResult[] = [];
    const records: Records = new Map();
    for (let from = 0; from < sample.length && !signal.aborted; from += BATCH) {
      const batch = sample.slice(from, from + BATCH);
      results.push(...(await tryMutants(runner, batch, { reached, records, options })));
      onBatch(results);
    }
    return results;
  } finally {
    await runner.close();
    rmSync(work, { recursive: true, force: true });
  }
}

const secondsSince = (started: number): number => Math.round((performance.now() - started) / 1000);

type Runner = {
  work: string;
  files: () => Promise<string[]>;
  run: (plans: readonly TestPlan[]) => Promise<(TestModule | undefined)[]>;
  close: () => Promise<void>;
};

/** Files run in the order of their names, which is that of the plans. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** Vitest with the changed code in place of the package's own. */
async function openRunner(
  { directory, mutated, workers }: RunOptions,
  work: string,
): Promise<Runner> {
  const vitest: Vitest = await createVitest(
    {
      ...{ root: directory, config: join(directory, 'mutation/vitest.config.ts') },
      ...{ isolate: false, sequence: { sequencer: InOrder } },
      // Changed code must not be kept for other runs, nor theirs be taken for it.
      fsModuleCache: false,
      runner: join(import.meta.dirname, 'mutant-runner.ts'),
      ...{ watch: false, passWithNoTests: true, maxWorkers: workers, pool: 'forks' },
      ...{ reporters: [{}], silent: true, dangerouslyIgnoreUnhandledErrors: true },
    },
    {
      plugins: [
        {
          name: 'changed-code',
          enforce: 'pre',
          load: (id: string) => mutated.code.get(id.split('?')[0] ?? id),
        },
      ],
    },
  );
  const project = vitest.getRootProject();
  let round = 0;
  return {
    work,
    files: async () => (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId),
    run: async (plans) => {
      if (plans.length === 0) return [];
      round += 1;
      const folder = join(work, String(round));
      mkdirSync(folder);
      const paths = plans.map((plan, index) => {
        const path = join(folder, `${String(index).padStart(6, '0')}.json`);
        writePlan(path, plan);
        return path;
      });
      const { testModules } = await vitest.runTestSpecifications(
        paths.map((path) => project.createSpecification(path)),
      );
      const byPath = new Map(testModules.map((each) => [each.moduleId, each]));
      return paths.map((path) => byPath.get(path));
    },
    close: () => vitest.close(),
  };
}

/** What the tests of one file reach. */
type FileReach = {
  file: string;
  /** Of the file, to know it again. */
  hash: string;
  reached: Reached;
  /** How long each test that passed took, in seconds. */
  passed: Record<string, number>;
};

type ReachedMutants = {
  /** The tests that reach a change, by its id. */
  byMutant: Map<string, ReachingTests[]>;
  /** Changes that are made while a module is loaded. */
  onLoading: Set<string>;
  /** How often all tests together reach a change, by its id. */
  hits: Map<string, number>;
  testCount: number;
};

const noMutant = { mutant: null, reload: null, limit: Number.MAX_SAFE_INTEGER, noticed: null };

/** Finds which tests reach which change: from the last run where neither code nor test has changed. */
async function findReached(
  runner: Runner,
  { directory, mutated }: RunOptions,
): Promise<ReachedMutants> {
  const kept = join(directory, 'reports/mutation/reached.json');
  const code = hashOf([...mutated.code.values()].join());
  const last: { code: string; files: FileReach[] } = existsSync(kept)
    ? JSON.parse(readFileSync(kept, 'utf8'))
    : { code, files: [] };
  const hashes = new Map(
    (await runner.files()).sort().map((file) => [file, hashOf(readFileSync(file, 'utf8'))]),
  );
  const known = last.files.filter(
    ({ file, hash }) => last.code === code && hashes.get(file) === hash,
  );
  const unknown = [...hashes].filter(([file]) => !known.some((each) => each.file === file));
  const files = [...known, ...(await readReached(runner, unknown))];
  writeFileSync(kept, JSON.stringify({ code, files }));
  return joinReached(files, mutated.mutants);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Runs test files without a change, and notes what their tests reach. */
async function readReached(
  runner: Runner,
  files: readonly (readonly [file: string, hash: string])[],
): Promise<FileReach[]> {
  const plans = files.map(([file], index) => ({
    ...noMutant,
    ...{ file, tests: null, reaches: join(runner.work, `reached-${index}.json`) },
  }));
  const modules = await runner.run(plans);
  return plans.map(({ file, reaches }, index) => {
    const tests = [...(modules[index]?.children.allTests() ?? [])];
    for (const test of tests)
      if (test.result().state === 'failed')
        console.log(`Left out, since it fails without a change: ${test.fullName}`);
    const isRead = existsSync(reaches);
    if (!isRead) console.log(`Left out, since it does not load: ${file}`);
    return {
      ...{ file, hash: files[index]?.[1] ?? '' },
      reached: isRead
        ? JSON.parse(readFileSync(reaches, 'utf8'))
        : { tests: {}, hooks: {}, loading: {} },
      passed: Object.fromEntries(
        tests
          .filter((test) => test.result().state === 'passed')
          .map((test) => [test.fullName, (test.diagnostic()?.duration ?? 0) / 1000]),
      ),
    };
  });
}

function joinReached(files: readonly FileReach[], mutants: readonly Mutant[]): ReachedMutants {
  const onLoading = new Set(files.flatMap(({ reached }) => Object.keys(reached.loading)));
  const hits = new Map<string, number>();
  const byMutant = new Map<string, ReachingTests[]>();
  const sourceOf = new Map(mutants.map(({ id, file }) => [id, file]));
  const loadedOf = Map.groupBy(onLoading, (id) => sourceOf.get(id) ?? '');
  for (const { file, reached, passed } of files) {
    const testsOf = new Map<string, Set<string>>();
    const add = (id: string, tests: readonly string[]) => {
      testsOf.set(id, new Set([...(testsOf.get(id) ?? []), ...tests]));
    };
    // What a hook reaches bears on every test of the file.
    for (const id of Object.keys(reached.hooks)) add(id, Object.keys(passed));
    for (const [test, counts] of Object.entries(reached.tests)) {
      if (!(test in passed)) continue;
      for (const [id, count] of Object.entries(counts)) {
        add(id, [test]);
        hits.set(id, (hits.get(id) ?? 0) + count);
      }
      // What a module does when it is loaded bears on every test that reaches another part of it.
      for (const source of new Set(Object.keys(counts).map((id) => sourceOf.get(id) ?? '')))
        for (const id of loadedOf.get(source) ?? []) add(id, [test]);
    }
    for (const [id, names] of testsOf) {
      const tests = [...names];
      const seconds = tests.reduce((sum, test) => sum + (passed[test] ?? 0), 0);
      byMutant.set(id, [...(byMutant.get(id) ?? []), { file, tests, seconds }]);
    }
  }
  const testCount = files.reduce((sum, { passed }) => sum + Object.keys(passed).length, 0);
  return { byMutant, onLoading, hits, testCount };
}

/** How often a file of tests was tried with changes, and how often it noticed one. */
type Records = Map<string, { tried: number; noticed: number }>;

/** Tries each change with its nearest files of tests until one of them notices it. */
async function tryMutants(
  runner: Runner,
  mutants: readonly Mutant[],
  {
    reached,
    records,
    options: { directory, files, report },
  }: { reached: ReachedMutants; records: Records; options: RunOptions },
): Promise<MutantResult[]> {
  const started = performance.now();
  const trials = mutants.map((mutant) => {
    const all = reached.byMutant.get(mutant.id) ?? [];
    const result: MutantResult = { ...mutant, status: 'survived', by: null, ran: 0 };
    if (all.length === 0) result.status = 'unreached';
    const chosen = nearestFiles(all, mutant, { records, directory }).slice(0, files);
    const plans = chosen.map(({ file, tests }) => ({
      ...{ file, tests, mutant: mutant.id, reaches: null },
      reload: reached.onLoading.has(mutant.id) ? join(directory, 'src/') : null,
      limit: 100 * (reached.hits.get(mutant.id) ?? 1000),
      noticed: join(runner.work, `noticed-${mutant.id}`),
    }));
    return { result, plans };
  });
  // First the nearest file of each, then the second: most changes are noticed by then.
  const queue = Array.from({ length: files }, (_, rank) =>
    trials.flatMap(({ result, plans }) => {
      const plan = plans[rank];
      return plan ? [{ result, plan }] : [];
    }),
  ).flat();
  const modules = await runner.run(queue.map(({ plan }) => plan));
  const suspects: typeof queue = [];
  for (const [index, { result, plan }] of queue.entries()) {
    const module = modules[index];
    if (module === undefined) continue;
    const ran = [...module.children.allTests()].filter((test) =>
      ['passed', 'failed'].includes(test.result().state),
    );
    result.ran += ran.length;
    const hasFailed = module.state() === 'failed';
    if (ran.length === 0 && !hasFailed) continue;
    const record = records.get(plan.file) ?? { tried: 0, noticed: 0 };
    records.set(plan.file, record);
    record.tried += 1;
    if (!hasFailed) continue;
    record.noticed += 1;
    if (result.status === 'noticed') continue;
    const [failed] = module.children.allTests('failed');
    const by = `${plan.file.slice(directory.length + 1)}: ${failed?.fullName ?? 'its hooks'}`;
    Object.assign(result, { status: 'noticed', by });
    const names = ran.map(({ fullName }) => fullName);
    suspects.push({ result, plan: { ...plan, tests: names.length > 0 ? names : plan.tests } });
  }
  await checkSuspects(runner, suspects);
  report(`${mutants.length} changes in ${secondsSince(started)} s.`);
  return trials.map(({ result }) => result);
}

/**
 * Files of tests that reach a change, first those that are likely to notice it soon, by what they noticed
 * until now, how long they take and how near they are.
 */
function nearestFiles(
  files: readonly ReachingTests[],
  mutant: Mutant,
  { records, directory }: { records: Records; directory: string },
): ReachingTests[] {
  const folder = join(directory, mutant.file, '..');
  const gain = ({ file, seconds }: ReachingTests): number => {
    const { tried, noticed } = records.get(file) ?? { tried: 0, noticed: 0 };
    const expected = file.startsWith(folder) ? 2 : 1;
    return (noticed + expected) / (tried + 4) / (seconds + 0.5);
  };
  return files.toSorted((a, b) => gain(b) - gain(a));
}

/** A change counts as noticed only if the same tests pass without it. */
async function checkSuspects(
  runner: Runner,
  suspects: readonly { result: MutantResult; plan: TestPlan }[],
): Promise<void> {
  const controlOf = (plan: TestPlan): TestPlan => ({ ...plan, ...noMutant });
  const plans = new Map(
    suspects.map(({ plan }) => [JSON.stringify(controlOf(plan)), controlOf(plan)]),
  );
  const modules = await runner.run([...plans.values()]);
  const failed = new Set(
    [...plans.keys()].filter((_, index) => modules[index]?.state() !== 'passed'),
  );
  for (const { result, plan } of suspects)
    if (failed.has(JSON.stringify(controlOf(plan)))) {
      console.log(`Not counted, since it fails without the change too: ${result.by}`);
      Object.assign(result, { status: 'survived', by: null });
    }
}
