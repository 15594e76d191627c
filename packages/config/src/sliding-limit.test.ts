import { describe, expect, test } from 'vitest';
import { SlidingLimit } from './sliding-limit.ts';

const minute = 60_000;
const start = Date.parse('2026-02-05T12:00:00Z');
const newLimit = (capacity = 100) => new SlidingLimit({ max: 10, window: minute, capacity });

describe('a limit that slides', () => {
  test('lets through what it allows, and then says when to come again', () => {
    const limit = newLimit();
    for (let count = 0; count < 10; count += 1) expect(limit.take('a', start)).toBe(0);
    expect(limit.take('a', start + 15_000)).toBe(45);
    expect(limit.take('b', start)).toBe(0);
  });

  test('does not allow twice as much where two windows meet', () => {
    const limit = newLimit();
    limit.take('a', start);
    for (let count = 0; count < 9; count += 1) limit.take('a', start + 59_000);
    expect(limit.take('a', start + minute + 1000)).toBeGreaterThan(0);
    expect(limit.take('a', start + minute + 30_000, 5)).toBe(0);
    expect(limit.take('a', start + minute + 30_000)).toBeGreaterThan(0);
  });

  test('counts a refusal as nothing, and a costly request by its cost', () => {
    const limit = newLimit();
    expect(limit.take('a', start, 11)).toBeGreaterThan(0);
    expect(limit.take('a', start, 10)).toBe(0);
    expect(limit.take('a', start, 1)).toBeGreaterThan(0);
  });

  test('reports what is left, and when there is more, without counting', () => {
    const limit = newLimit();
    limit.take('a', start, 4);
    for (const _ of [1, 2])
      expect(limit.quota('a', start + 15_000)).toEqual({ max: 10, left: 6, reset: 45 });
    limit.take('a', start + 15_000, 6);
    expect(limit.quota('a', start + 15_000).left).toBe(0);
    // Half of the requests of the window before still count.
    expect(limit.quota('a', start + minute + 30_000)).toEqual({ max: 10, left: 5, reset: 30 });
  });

  test('takes no more memory however many keys there are; those without room share one counter', () => {
    const limit = newLimit(50);
    const refused = Array.from({ length: 5000 }, (_, who) => limit.take(`${who}`, start)).filter(
      (wait) => wait > 0,
    );
    expect(limit.size).toBe(51);
    expect(refused).toHaveLength(5000 - 50 - 10);
  });

  test('forgets, and survives a clock that is set back', () => {
    const limit = newLimit();
    limit.take('a', start, 10);
    limit.turn(start + minute);
    limit.turn(start + 2 * minute);
    expect(limit.size).toBe(0);
    limit.take('a', start + 3 * minute, 10);
    expect(limit.take('a', start)).toBe(0);
  });
});
