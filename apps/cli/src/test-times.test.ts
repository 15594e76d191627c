import { expect, test } from 'vitest';
import { slowestFiles, timeLines } from './test-times.ts';

const report = (files: Record<string, number>) =>
  JSON.stringify({
    testResults: Object.entries(files).map(([name, seconds]) => ({
      ...{ name: `/home/viewpoints/${name}`, startTime: 5_000, endTime: 5_000 + seconds * 1000 },
    })),
  });

test('names the slowest files of a run, the slowest first', () => {
  const found = slowestFiles(report({ 'a.test.ts': 1.5, 'b.test.ts': 30 }), '/home/viewpoints');
  expect(found).toEqual([
    { file: 'b.test.ts', seconds: 30 },
    { file: 'a.test.ts', seconds: 1.5 },
  ]);
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.test.ts`, at]));
  expect(slowestFiles(report(many), '/home/viewpoints').map(({ seconds }) => seconds)).toEqual([
    19, 18, 17, 16, 15, 14, 13, 12,
  ]);
});

test('writes a line for each step, and under it one for each file', () => {
  expect(
    timeLines([
      { step: 'check', seconds: 91.6, slowest: [] },
      { step: 'browser tests', seconds: 300, slowest: [{ file: 'b.test.ts', seconds: 30.4 }] },
    ]),
  ).toEqual(['check: 92 s', 'browser tests: 300 s', '  30 s  b.test.ts']);
});
