import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPart, mutatePatterns } from './mutate-paths.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'viewpoints-mutate-'));
  mkdirSync(join(directory, 'src/articles'), { recursive: true });
  writeFileSync(join(directory, 'src/articles/schedule.ts'), '');
});
afterAll(() => rmSync(directory, { recursive: true }));

const settings = { mutate: ['src/**/*.ts', '!src/**/*.test.ts'] };
const patterns = (...paths: string[]) =>
  mutatePatterns(paths, { directory, folder: 'packages/domain', settings });

describe('what is mutated', () => {
  test('given no path then all that the settings name', () => {
    expect(patterns()).toEqual(['src/**/*.ts', '!src/**/*.test.ts']);
  });

  test.each(['src/articles', './src/articles/', 'packages/domain/src/articles'])(
    'given the folder %s then what is in it, but for what the settings leave out',
    (path) => {
      expect(patterns(path)).toEqual(['src/articles/**/*.ts', '!src/**/*.test.ts']);
    },
  );

  test('given a file then that file', () => {
    expect(patterns('src/articles/schedule.ts')).toEqual([
      'src/articles/schedule.ts',
      '!src/**/*.test.ts',
    ]);
  });

  test('given a path that is not there then says so', () => {
    expect(() => patterns('src/article')).toThrow('There is no src/article in packages/domain.');
  });
});

describe('a part of it', () => {
  test.each(['1/8', '8/8'])('given %s then that part', (part) => {
    expect(checkPart(part)).toBe(part);
  });

  test.each(['0/8', '9/8', '2', '2/', '/8', 'a/b', '1/2/3'])('given %s then says so', (part) => {
    expect(() => checkPart(part)).toThrow(`There is no part ${part}: write --part=2/8`);
  });
});
