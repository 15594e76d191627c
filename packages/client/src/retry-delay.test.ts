import { TRPCClientError } from '@trpc/client';
import { describeProblem, type ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { describe, expect, it } from 'vitest';
import { Interrupted } from './problem.ts';
import { retryDelay } from './retry-delay.ts';

function answered(code: ProblemCode, seconds?: number) {
  const reasons = seconds === undefined ? [] : [reason(code, 'Wait.', null, { seconds })];
  const problem = describeProblem(code, reasons, null);
  const error = { code: -32000, message: problem.title, data: { problem } };
  return TRPCClientError.from({ error } as never);
}
const noAnswer = TRPCClientError.from(new TypeError('fetch failed'));

describe('the delay before a query is tried again', () => {
  it('doubles, and differs from one program to the next', () => {
    expect([1, 2, 3].map((tries) => retryDelay(noAnswer, tries, 0))).toEqual([125, 250, 500]);
    expect([1, 2, 3].map((tries) => retryDelay(noAnswer, tries, 1))).toEqual([375, 750, 1500]);
    const delays = Array.from({ length: 20 }, () => retryDelay(noAnswer, 1));
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  it('is as long as the API requests, and none if that is more than half a minute', () => {
    expect(retryDelay(answered('too_many_requests', 20), 1, 0)).toBe(20_125);
    expect(retryDelay(answered('too_many_requests', 31), 1, 0)).toBeNull();
  });

  it.each([
    ['unavailable', true],
    ['too_slow', true],
    ['too_many_requests', true],
    ['not_found', false],
    ['invalid_input', false],
    ['signed_out', false],
    ['unexpected', false],
  ] as const)('after %s is there: %s', (code, isRepeated) => {
    expect(retryDelay(answered(code), 1, 0) !== null).toBe(isRepeated);
  });

  it('is there after a try that took too long, and not after a call that was cancelled', () => {
    const interrupted = (code: Interrupted['code']) =>
      TRPCClientError.from(new Interrupted(code, {}));
    expect(retryDelay(interrupted('timed_out'), 1, 0)).toBe(125);
    expect(retryDelay(interrupted('cancelled'), 1, 0)).toBeNull();
    expect(retryDelay(new Error('a mistake in the program'), 1, 0)).toBeNull();
  });
});
