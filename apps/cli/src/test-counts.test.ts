import { describe, expect, test } from 'vitest';
import { addCounts, countsLine, countsOf, readVitestReport } from './test-counts.ts';

const report = (...failed: string[]) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: failed.length,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        assertionResults: [
          { fullName: 'a page is shown', status: 'passed' },
          ...failed.map((fullName) => ({ fullName, status: 'failed' })),
        ],
      },
    ],
  });

describe('the last line of npm test', () => {
  test('sums what passed and failed', () => {
    const total = addCounts([
      { passed: 4, failed: [], skipped: 0 },
      countsOf('build', true),
      { passed: 407, failed: ['a page is shown'], skipped: 0 },
    ]);
    expect(countsLine(total)).toBe('412 passed, 1 failed');
  });

  test('names what was left out, where something was', () => {
    expect(countsLine({ passed: 412, failed: [], skipped: 3 })).toBe(
      '412 passed, 0 failed, 3 skipped',
    );
  });
});

describe('a report of Vitest', () => {
  test('is counted, with the names of what failed', () => {
    expect(readVitestReport('browser tests', report('a list', 'a feed'), false)).toEqual({
      passed: 5,
      failed: ['a list', 'a feed'],
      skipped: 3,
    });
  });

  test('of a run that failed without a failed test counts one failure', () => {
    expect(readVitestReport('browser tests', report(), false).failed).toEqual([
      'browser tests, outside of any test',
    ]);
  });
});
