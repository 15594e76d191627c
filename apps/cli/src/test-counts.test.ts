import { describe, expect, test } from 'vitest';
import { addCounts, countsLine, countsOf, readVitestReport } from './test-counts.ts';

const root = '/journal';

/** A report of one file, in which these tests failed, each with its error. */
const report = (...failed: [name: string, error: string][]) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: failed.length,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      {
        ...{ name: '/journal/apps/reader/lists.test.ts', message: '' },
        status: failed.length === 0 ? 'passed' : 'failed',
        assertionResults: [
          { fullName: 'a page is shown', status: 'passed', failureMessages: [] },
          ...failed.map(([fullName, error]) => ({
            ...{ fullName, status: 'failed', failureMessages: [error] },
          })),
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
  test('is counted, with file, name and first line of the error of what failed', () => {
    const json = report(
      ['a list', '\u001b[31mAssertionError\u001b[39m: expected 1 to be 2\n    at lists.test.ts:4'],
      ['a feed', `Error: ${'x'.repeat(1000)}`],
    );
    expect(readVitestReport('browser tests', json, { ok: false, root })).toEqual({
      passed: 5,
      failed: [
        'apps/reader/lists.test.ts: a list\n    AssertionError: expected 1 to be 2',
        `apps/reader/lists.test.ts: a feed\n    Error: ${'x'.repeat(293)}`,
      ],
      skipped: 3,
    });
  });

  test('names a file that could not be loaded, and why', () => {
    const json = JSON.stringify({
      ...{ numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 },
      testResults: [
        {
          ...{ name: '/journal/apps/reader/feed.test.ts', status: 'failed', assertionResults: [] },
          message: 'Cannot find module',
        },
      ],
    });
    expect(readVitestReport('browser tests', json, { ok: false, root }).failed).toEqual([
      'apps/reader/feed.test.ts\n    Cannot find module',
    ]);
  });

  test('of a run that failed without a failed test counts one failure', () => {
    const { failed } = readVitestReport('browser tests', report(), { ok: false, root });
    expect(failed).toEqual(['browser tests, outside of any test']);
  });
});
