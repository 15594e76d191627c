import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { problemOfReading, refusedPdf } from './pdf-problem.ts';

/** The code of the problem and of its reason. */
function problemOf(thrown: unknown): string[] {
  if (!(thrown instanceof ProblemError)) throw new Error('it is no problem');
  return [thrown.code, ...thrown.reasons.map(({ code }) => code)];
}

describe('what is said of a PDF', () => {
  test.each([
    [{ why: 'unreadable' }, ['unsupported_type', 'pdf_unreadable']],
    [{ why: 'encrypted' }, ['unsupported_type', 'pdf_encrypted']],
    [{ why: 'no_pages' }, ['unsupported_type', 'pdf_without_pages']],
    [{ why: 'too_long' }, ['too_large', 'pdf_too_long']],
    [{ why: 'too_many_pages', pages: 301 }, ['too_large', 'pdf_too_many_pages']],
  ] as const)('that is refused for %o', (refused, codes) => {
    expect(problemOf(refusedPdf({ ok: false, ...refused }))).toEqual(codes);
  });

  test.each(['timeout', 'memory', 'crash'] as const)('whose process ended by %s', (end) => {
    const codes = ['too_large', 'pdf_too_demanding'];
    expect(problemOf(problemOfReading(new JobProcessEnded(end)))).toEqual(codes);
  });

  test('where too many wait already', async () => {
    const runLimited = limitConcurrency({ atOnce: 1, maxWaiting: 0 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = runLimited(() => promise);
    const thrown = await runLimited(async () => {}).catch((error: unknown) => error);
    resolve();
    await first;
    expect(problemOf(problemOfReading(thrown))).toEqual(['unavailable', 'pdfs_waiting']);
  });
});
