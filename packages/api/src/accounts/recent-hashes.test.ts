import { expect, test } from 'vitest';
import { RecentHashes } from './recent-hashes.ts';

test('a hash is remembered for its lifetime, and forgotten after twice that', () => {
  const recent = new RecentHashes({ lifetime: 10, capacity: 100 });
  recent.add('a', 0);
  expect([recent.has('a', 0), recent.has('a', 10), recent.has('b', 10)]).toEqual([
    ...[true, true, false],
  ]);
  recent.add('b', 19);
  expect([recent.has('a', 20), recent.has('b', 29)]).toEqual([false, true]);
  expect(recent.has('b', 60)).toBe(false);
});

test('memory is bounded: more than there is room for push out those from before', () => {
  const recent = new RecentHashes({ lifetime: 10, capacity: 3 });
  for (let count = 0; count < 100; count += 1) {
    recent.add(String(count), 0);
    expect(recent.size).toBeLessThanOrEqual(6);
  }
  expect([recent.has('99', 0), recent.has('0', 0)]).toEqual([true, false]);
});
