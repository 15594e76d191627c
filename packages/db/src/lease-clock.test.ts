import { expect, it } from 'vitest';
import { leaseClock } from './lease-clock.ts';

/** Two clocks that do not advance by themselves. */
function clocks() {
  let [day, steady] = [1_000_000, 50];
  const move = (byDay: number, bySteady: number) => {
    day += byDay;
    steady += bySteady;
  };
  return {
    move,
    now: leaseClock(
      () => day,
      () => steady,
    ),
  };
}

it('goes as time goes', () => {
  const { move, now } = clocks();
  const began = now();
  move(4_000, 4_000);
  expect(now() - began).toBe(4_000);
});

it('given the time of day is set back, goes on', () => {
  const { move, now } = clocks();
  const began = now();
  move(-3_600_000, 100);
  now();
  move(3_900, 3_900);
  expect(now() - began).toBe(4_000);
});

it('given a machine that slept, counts the sleep', () => {
  const { move, now } = clocks();
  const began = now();
  move(60_000, 10);
  expect(now() - began).toBe(60_000);
});
