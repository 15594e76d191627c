import { describe, expect, test } from 'vitest';
import { afterFailure, type FailedAttempt, tryingFor } from './retry-delivery.ts';

const begun = new Date('2031-05-14T10:00:00.000Z');
const at = (milliseconds: number) => new Date(begun.getTime() + milliseconds);
const failed = (attempt: Partial<FailedAttempt> = {}): FailedAttempt => ({
  ...{ status: 503, retryAfter: null },
  ...attempt,
});
const hours = (count: number) => count * 3_600_000;

/** The waits between attempts of a receiver that never takes it, in seconds. */
function waitsWith(random: number): number[] {
  const waits: number[] = [];
  let [now, since, failures] = [begun, null as Date | null, 0];
  for (;;) {
    const next = afterFailure({ since, failures }, failed(), { now, random });
    if (next.retryAt === null) {
      expect(next.pause).toBe('failing');
      return waits;
    }
    waits.push((next.retryAt.getTime() - now.getTime()) / 1000);
    ({ since, failures } = next);
    now = next.retryAt;
  }
}

describe('an entry that fails', () => {
  test('is tried again after growing waits, last after three days, and then no more', () => {
    const waits = waitsWith(0.5);
    expect(waits.slice(0, 8)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(tryingFor / 1000);
  });

  test('has waits a fifth shorter or longer, by chance', () => {
    expect(waitsWith(0)[1]).toBe(240);
    expect(waitsWith(1)[1]).toBe(360);
    for (const random of [0, 0.3, 1])
      expect(waitsWith(random).reduce((sum, wait) => sum + wait, 0)).toBe(tryingFor / 1000);
  });

  test('waits for as long as the receiver asks, by seconds or until a time, for a day at most', () => {
    const waitOf = (retryAfter: string) => {
      const { retryAt } = afterFailure({ since: null, failures: 0 }, failed({ retryAfter }), {
        ...{ now: begun, random: 0.5 },
      });
      return (retryAt?.getTime() ?? 0) - begun.getTime();
    };
    expect(waitOf('120')).toBe(120_000);
    expect(waitOf('1')).toBe(5_000);
    expect(waitOf('Wed, 14 May 2031 12:00:00 GMT')).toBe(hours(2));
    expect(waitOf('99999999')).toBe(hours(24));
    for (const nonsense of ['-5', 'soon', '2', '1e9', '']) expect(waitOf(nonsense)).toBe(5_000);
  });

  test('is given up at once where the receiver answers that it is gone', () => {
    const after = afterFailure({ since: null, failures: 0 }, failed({ status: 410 }), {
      ...{ now: begun, random: 0.5 },
    });
    expect(after).toEqual({ since: begun, failures: 1, retryAt: null, pause: 'refused' });
  });

  test('is never tried later than three days after the first failure', () => {
    const now = at(tryingFor - 60_000);
    const after = afterFailure({ since: begun, failures: 8 }, failed({ retryAfter: '86400' }), {
      ...{ now, random: 1 },
    });
    expect(after.retryAt).toEqual(at(tryingFor));
  });
});
