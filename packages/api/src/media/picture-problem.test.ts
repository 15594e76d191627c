import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { problemOfCleaning } from './picture-problem.ts';

/** The code of the problem and of its reason. */
function problemOf(thrown: unknown): string[] {
  const problem = problemOfCleaning(thrown);
  if (!(problem instanceof ProblemError)) throw new Error('it is no problem');
  return [problem.code, ...problem.reasons.map(({ code }) => code)];
}

describe('the problem for the sender of a picture', () => {
  test.each([
    ['takes too long', 'timeout', ['too_large', 'picture_too_demanding']],
    ['takes too much memory', 'memory', ['too_large', 'picture_too_demanding']],
    ['ends the program that reads it', 'crash', ['unavailable', 'picture_process_ended']],
  ] as const)('where it %s', (_, end, codes) => {
    expect(problemOf(new JobProcessEnded(end))).toEqual(codes);
  });

  test('where too many wait already', async () => {
    const runLimited = limitConcurrency({ atOnce: 1, maxWaiting: 0 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = runLimited(() => promise);
    const thrown = await runLimited(async () => {}).catch((error: unknown) => error);
    resolve();
    await first;
    expect(problemOf(thrown)).toEqual(['unavailable', 'pictures_waiting']);
  });

  test('of anything else, nothing of what was thrown', () => {
    const error = new Error('a fault of ours');
    expect(problemOfCleaning(error)).toBe(error);
  });
});
