import { expect, test } from 'vitest';
import { whenPossible } from './compare.ts';

test('what is scheduled can go out at its time, or once nothing is down and the queue is at work again', () => {
  const outages = [
    { from: 10_000, to: 12_000 },
    { from: 16_000, to: 20_000 },
    { from: 90_000, to: 91_000 },
  ];
  expect(whenPossible(9_999, outages)).toBe(9_999);
  // Within the first, and the second began before the queue was at work again.
  expect(whenPossible(11_000, outages)).toBe(25_000);
  expect(whenPossible(25_000, outages)).toBe(25_000);
  expect(whenPossible(92_000, outages)).toBe(96_000);
});
