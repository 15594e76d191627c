import { describe, expect, test } from 'vitest';
import { addTallies, readVitestReport, tallyLine } from './tally.ts';

const report = (failed: number) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: failed,
    numPendingTests: 2,
    numTodoTests: 1,
  });

describe('the last line of npm test', () => {
  test('sums what passed and failed', () => {
    const total = addTallies([
      { passed: 4, failed: 0, skipped: 0 },
      { passed: 408, failed: 1, skipped: 0 },
    ]);
    expect(tallyLine(total)).toBe('412 passed, 1 failed');
  });

  test('names what was left out, where something was', () => {
    expect(tallyLine({ passed: 412, failed: 0, skipped: 3 })).toBe(
      '412 passed, 0 failed, 3 skipped',
    );
  });
});

describe('a report of Vitest', () => {
  test('is counted', () => {
    expect(readVitestReport(report(2), false)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('of a run that failed without a failed test counts one failure', () => {
    expect(readVitestReport(report(0), false).failed).toBe(1);
  });
});
