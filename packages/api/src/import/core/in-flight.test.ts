import { expect, test } from 'vitest';
import { InFlight } from './in-flight.ts';

test('no more goes on at once than there is room for, and all of it ends', async () => {
  const flight = new InFlight(2);
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  for (const number of [1, 2, 3, 4, 5])
    await flight.add(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      ended.push(number);
    });
  await flight.finish();
  expect({ most, ended: ended.length }).toEqual({ most: 2, ended: 5 });
});

test('a failure ends it, and what was begun comes to its end', async () => {
  const flight = new InFlight(2);
  const ended: string[] = [];
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await flight.add(() => first.promise);
  await flight.add(async () => {
    await second.promise;
    ended.push('the second');
  });
  first.reject(new Error('the first'));
  await expect(
    flight.add(async () => {
      ended.push('never');
    }),
  ).rejects.toThrow('the first');
  second.resolve();
  await expect(flight.finish()).rejects.toThrow('the first');
  expect(ended).toEqual(['the second']);
});
