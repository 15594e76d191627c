/** How many of something passed, failed and were left out. */
export type Tally = { passed: number; failed: number; skipped: number };

export function addTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of `npm test`. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Reads the counts of a Vitest JSON report. A file that could not even be loaded holds no test,
 * so a run that failed without a failed test counts as one.
 */
export function readVitestReport(json: string, ok: boolean): Tally {
  const report: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  } = JSON.parse(json);
  return {
    passed: report.numPassedTests,
    failed: ok ? report.numFailedTests : Math.max(report.numFailedTests, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
