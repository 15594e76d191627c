import { writeFileSync } from 'node:fs';

/** What one run of a test file is to do. It is the content of the file that Vitest is given for it. */
export type TestPlan = {
  /** The test file, absolute. */
  file: string;
  /** The change that is made; null for none. */
  mutant: string | null;
  /** The folder of modules to load again, for a change that is made while one is loaded. */
  reload: string | null;
  /** Full names of the tests to run; null for all. */
  tests: string[] | null;
  /** How often the change may be reached until it counts as a loop without an end. */
  limit: number;
  /** Is there once a test failed with this change: what is left of its tests is not run. */
  noticed: string | null;
  /** Where to write which test reaches which change; null for nowhere. */
  reaches: string | null;
};

/** What tests of a file reach: for each test by its name, and for the file outside of its tests. */
export type Reached = {
  tests: Record<string, Record<string, number>>;
  hooks: Record<string, number>;
  /** While modules were loaded, for the first time in this process. */
  loading: Record<string, number>;
};

export function writePlan(path: string, plan: TestPlan): void {
  writeFileSync(path, JSON.stringify(plan));
}
