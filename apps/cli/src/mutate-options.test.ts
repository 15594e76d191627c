import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMutateOptions } from './mutate-options.ts';
import { root } from './tool.ts';

describe('the package', () => {
  test('given none then the domain', () => {
    expect(parseMutateOptions([]).folder).toBe('packages/domain');
  });

  test.each(['domain', 'api'])('given %s then that, which has a configuration', (name) => {
    const { folder } = parseMutateOptions(['--package', name]);
    expect(folder).toBe(`packages/${name}`);
    expect(existsSync(join(root, folder, 'mutation/stryker.config.json'))).toBe(true);
  });

  test.each([['--package=db'], ['--package', 'packages/api'], ['--package'], ['--package=']])(
    'given %j then says which there are',
    (...args) => {
      expect(() => parseMutateOptions(args)).toThrow('Name domain or api.');
    },
  );
});

test.each([
  [['--package=api', '--part=2/8', 'src/publishing', '--force']],
  [['--part', '2/8', '--force', '--package', 'api', 'src/publishing']],
])('given %j then each option has its value, and the rest is for Stryker', (args) => {
  expect(parseMutateOptions(args)).toEqual({
    folder: 'packages/api',
    part: '2/8',
    sample: undefined,
    paths: ['src/publishing'],
    passed: ['--force'],
  });
});

test.each([[['--part=9/8']], [['--part']]])('given the part %j then says so', (args) => {
  expect(() => parseMutateOptions(args)).toThrow('write --part=2/8');
});

test('given no part then none', () => {
  expect(parseMutateOptions(['src/articles']).part).toBeUndefined();
});

test.each(['-t=a.test.ts', '--testFiles=a.test.ts', '--testFiles'])(
  'given %s then refuses it',
  (option) => {
    expect(() => parseMutateOptions([option])).toThrow('With --testFiles');
  },
);

test('given another option of Stryker that begins like these then passes it on', () => {
  expect(parseMutateOptions(['--packageManager=npm']).passed).toEqual(['--packageManager=npm']);
});

describe('a sample', () => {
  test.each([
    [['--sample', '150'], { size: 150, seed: 1 }],
    [['--sample=150', '--seed=7'], { size: 150, seed: 7 }],
    [['--seed', '7', '--package=api', '--sample', '20', 'src/publishing'], { size: 20, seed: 7 }],
    [['--seed=7'], undefined],
  ])('given %j then %j', (args, sample) => {
    expect(parseMutateOptions(args).sample).toEqual(sample);
  });

  test.each([
    [['--sample']],
    [['--sample=0']],
    [['--sample=some']],
    [['--sample=1.5']],
    [['--sample=10', '--seed=-1']],
  ])('given %j then says what to write', (args) => {
    expect(() => parseMutateOptions(args)).toThrow('--sample 150, and --seed 2');
  });

  test.each([
    [['--sample=10', '--part=1/8'], '--part'],
    [['--sample=10', '--force'], '--force'],
  ])('given %j then refuses what is for Stryker', (args, other) => {
    expect(() => parseMutateOptions(args)).toThrow(`Leave out ${other}.`);
  });
});
