import { describe, expect, test } from 'vitest';
import { chooseSample, shareInterval } from './choose-sample.ts';

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('a sample', () => {
  test('has as many as requested, each once and of those there are', () => {
    const sample = chooseSample(numbers, 30, 1);
    expect(new Set(sample).size).toBe(30);
    expect(numbers).toEqual(expect.arrayContaining(sample));
  });

  test('is the same for the same seed and another one for another', () => {
    expect(chooseSample(numbers, 30, 1)).toEqual(chooseSample(numbers, 30, 1));
    expect(chooseSample(numbers, 30, 1)).not.toEqual(chooseSample(numbers, 30, 2));
  });

  test('begins as a smaller one does, so that a run can be ended at any time', () => {
    expect(chooseSample(numbers, 30, 1).slice(0, 10)).toEqual(chooseSample(numbers, 10, 1));
  });

  test('is all there is where that is less', () => {
    expect(chooseSample(numbers, 1000, 3).toSorted((a, b) => a - b)).toEqual(numbers);
    expect(chooseSample([], 10, 3)).toEqual([]);
  });

  test('gives each the same chance', () => {
    const counts = numbers.map(() => 0);
    for (let seed = 0; seed < 2000; seed += 1)
      for (const number of chooseSample(numbers, 10, seed))
        counts[number] = (counts[number] ?? 0) + 1;
    // 200 are expected of each; five standard deviations are 67.
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(67);
  });
});

describe('the interval of a share', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
  ])('%i of %i: from %d to %d', (hits, size, from, to) => {
    const interval = shareInterval(hits, size);
    expect(interval[0]).toBeCloseTo(from, 4);
    expect(interval[1]).toBeCloseTo(to, 4);
  });

  test('of nothing is all there is', () => {
    expect(shareInterval(0, 0)).toEqual([0, 1]);
  });
});
