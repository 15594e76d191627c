import { expect, test } from 'vitest';
import { parseSoakOptions } from './soak-options.ts';

test.each([
  [['--seed', '7'], { kills: 100, calls: null, together: null, waits: false, seed: 7 }],
  [['40', '--seed', '7'], { kills: 40, seed: 7 }],
  [['--calls', '30000', '--seed=0'], { calls: 30_000, seed: 0 }],
  [['--together', '60'], { together: 60 }],
  [['--waits'], { waits: true }],
])('given %j then that', (args, options) => {
  expect(parseSoakOptions(args)).toMatchObject(options);
});

test.each([
  ...[['--help'], ['-h'], ['--kills', '3'], ['0'], ['-1'], ['3.5'], ['3', '4']],
  ...[['--calls'], ['--calls', 'many'], ['--together', '0'], ['--seed', 'x']],
])('given %j then says what there is, and nothing is begun', (...args) => {
  expect(() => parseSoakOptions(args)).toThrow('npm run soak -- 100');
});
