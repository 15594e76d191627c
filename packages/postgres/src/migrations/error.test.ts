import { expect, test } from 'vitest';
import { asMigrationError, MigrationError } from './error.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });
const problemOf = (error: unknown) => asMigrationError(error, null).problem;

test.each([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', '08006', '57P01', '57P03', '53300', 'P1001', 'P1008', 'P1017'],
])('given %s, then the database cannot be reached', (code) => {
  expect(problemOf(withCode(code))).toEqual({ code: 'unreachable', detail: 'it failed' });
});

test.each(['ENOENT', 'EACCES', '42601', '40P01', 'P1012', 'P3018'])(
  'given %s, then something else failed on the way',
  (code) => {
    expect(problemOf(withCode(code))).toEqual({ code: 'interrupted', detail: 'it failed' });
  },
);

test('given a migration error, then the same', () => {
  const error = new MigrationError({ code: 'not_empty' });
  expect(asMigrationError(error, null)).toBe(error);
});
