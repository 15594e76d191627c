import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clockTime, watchClock } from './clock.ts';
import { dayInWords, timeInWords } from './time-words.ts';

const at = Date.parse('2031-05-03T09:00:00.000Z');
const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers({ now: at }));
afterEach(() => vi.useRealTimers());

test('a date is shown as the same date in every time zone', () => {
  expect(dayInWords('2031-05-03')).toBe('3 May 2031');
  expect(dayInWords('2031-05-03', { weekday: 'long' })).toBe('Saturday, 3 May 2031');
});

describe('the clock of the screen', () => {
  test('is right with a first subscriber after a while without any', () => {
    watchClock(() => {})();
    vi.advanceTimersByTime(3 * MINUTE);
    const leave = watchClock(() => {});
    expect(clockTime()).toBe(at + 3 * MINUTE);
    leave();
  });

  test('notifies every subscriber as time goes on', () => {
    const shown: string[] = [];
    const leave = [watchClock(() => shown.push('one')), watchClock(() => shown.push('other'))];
    vi.advanceTimersByTime(MINUTE);
    expect(shown).toEqual(['one', 'other', 'one', 'other']);
    expect(clockTime()).toBe(at + MINUTE);
    for (const each of leave) each();
  });
});

describe('a time in words', () => {
  test.each([
    ['a save of this moment', at, 'just now'],
    ['a save by a clock that is ahead', at + 2 * MINUTE, 'just now'],
    ['three minutes', at - 3 * MINUTE, '3 minutes ago'],
    ['yesterday', at - 24 * 60 * MINUTE, 'yesterday'],
    ['long ago', at - 30 * 24 * 60 * MINUTE, '3 Apr 2031'],
  ])('%s', (_, time, words) => {
    expect(timeInWords(time, at, {})).toBe(words);
  });

  test('is shown as a future time only if it is due', () => {
    expect(timeInWords(at + 90 * MINUTE, at, { due: true })).toBe('in 2 hours');
  });

  test('is a date while nobody knows what time it is', () => {
    expect(timeInWords(at, null, {})).toBe('3 May 2031');
  });
});
