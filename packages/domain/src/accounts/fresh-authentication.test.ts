import { expect, test } from 'vitest';
import { actionScope } from './action.ts';
import { authenticationTooOld, freshActions, freshFor, isFresh } from './fresh-authentication.ts';

const at = new Date('2031-01-15T09:00:00.000Z');

test.each([
  [0, true],
  [freshFor, true],
  [freshFor + 1, false],
])('a password given %d ms before counts: %s', (age, fresh) => {
  expect(isFresh(new Date(at.getTime() - age), at)).toBe(fresh);
});

test('what needs it is done at a session alone, which has a password to give', () => {
  expect([...freshActions].filter((action) => actionScope(action) !== 'session')).toEqual([]);
});

test.each(['password', 'code'] as const)('the reason says that a %s is asked for', (by) => {
  const reason = authenticationTooOld(by);
  expect(reason.details).toEqual({ by });
  expect(reason.message).toContain(by);
});
