import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How many of something passed, failed and were left out, and what those that failed are called. */
export type TestCounts = { passed: number; failed: string[]; skipped: number };

export function addCounts(tallies: TestCounts[]): TestCounts {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: [...sum.failed, ...one.failed],
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: [], skipped: 0 },
  );
}

/** One thing that passed, or failed under this name. */
export function countsOf(name: string, ok: boolean): TestCounts {
  return { passed: ok ? 1 : 0, failed: ok ? [] : [name], skipped: 0 };
}

/** The last line of `npm test`. */
export function countsLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

type FileReport = {
  /** The path of the file. */
  name: string;
  status: string;
  /** Why the file could not be loaded; empty if it could. */
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
};

/** How much of an error is shown, in characters: the whole of it comes with the run itself. */
const longestReason = 300;

/**
 * Reads a JSON report of Vitest. Each failure is called by its file, its name and the first line of
 * its error, as often only the end of a log is retained. An error thrown between tests belongs to
 * none: a run that failed without a failed test counts as one, under its own title.
 * @param root the directory that files are named from
 */
export function readVitestReport(
  title: string,
  json: string,
  { ok, root }: { ok: boolean; root: string },
): TestCounts {
  const report: {
    numPassedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: FileReport[];
  } = JSON.parse(json);
  const failed = report.testResults.flatMap((file) => failuresOf(file, root));
  return {
    passed: report.numPassedTests,
    failed: ok || failed.length > 0 ? failed : [`${title}, outside of any test`],
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function failuresOf({ name, status, message, assertionResults }: FileReport, root: string) {
  const file = relative(root, name);
  const failed = assertionResults.filter((each) => each.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [withReason(file, message)] : [];
  return failed.map(({ fullName, failureMessages }) =>
    withReason(`${file}: ${fullName}`, failureMessages[0] ?? ''),
  );
}

function withReason(name: string, message: string): string {
  const [reason = ''] = stripVTControlCharacters(message).trim().split('\n', 1);
  return reason === '' ? name : `${name}\n    ${reason.slice(0, longestReason)}`;
}
