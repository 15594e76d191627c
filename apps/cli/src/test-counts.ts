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

/**
 * Reads a JSON report of Vitest. A file that could not even be loaded holds no test, and an error
 * thrown between tests belongs to none: a run that failed without a failed test counts as one,
 * under its own title.
 */
export function readVitestReport(title: string, json: string, ok: boolean): TestCounts {
  const report: {
    numPassedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  } = JSON.parse(json);
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  return {
    passed: report.numPassedTests,
    failed: ok || failed.length > 0 ? failed : [`${title}, outside of any test`],
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
