import { expect, test } from 'vitest';
import { toVisibleText, visibleWords } from './visible-text.ts';

test('a text as it is seen has a way back to the whole', () => {
  const whole = 'The un\u00ADprece\u00ADdented \u200Foffer.';
  const seen = toVisibleText(whole);
  expect(seen.text).toBe('The unprecedented offer.');
  const { start, end } = seen.toWhole(4, 17);
  expect(whole.slice(start, end)).toBe('un\u00ADprece\u00ADdented');
  expect(seen.toSeen(start)).toBe(4);
  expect(seen.toSeen(whole.length)).toBe(seen.text.length);
});

test('a text in which all is seen is itself', () => {
  const { text, toWhole, toSeen } = toVisibleText('می\u200Cخواهد 👩\u200D🌾');
  expect([text, toWhole(1, 3), toSeen(2)]).toEqual([
    'می\u200Cخواهد 👩\u200D🌾',
    { start: 1, end: 3 },
    2,
  ]);
  expect(visibleWords('two \u200B words')).toBe('two words');
});

test('a text begins and ends with what is seen', () => {
  const seen = toVisibleText('\u200B two\u00AD');
  expect(seen.text).toBe('two');
  expect(seen.toWhole(0, 3)).toEqual({ start: 2, end: 5 });
  expect([0, 2, 5, 6].map(seen.toSeen)).toEqual([0, 0, 3, 3]);
});

test('a text of which nothing is seen has an end all the same', () => {
  const seen = toVisibleText('\u200B\u00AD');
  expect([seen.text, seen.toWhole(0, 0), seen.toSeen(0)]).toEqual(['', { start: 2, end: 2 }, 0]);
});

test('hyphens are read as that of a keyboard', () => {
  expect(visibleWords('co\u2011operation, co\u2010opted')).toBe('co-operation, co-opted');
});
