import { describe, expect, test } from 'vitest';
import { BETWEEN, foldedAt, kindAt, LETTER, MARK, NUMBER } from './letters.ts';

const kindsAt = (text: string, index: number) =>
  Object.entries({ letter: LETTER, mark: MARK, number: NUMBER, between: BETWEEN })
    .filter(([, bit]) => (kindAt(text, index) & bit) !== 0)
    .map(([name]) => name)
    .join(' and ');

describe('what a character is to a word', () => {
  test.each([
    ['a Latin letter', 'a', 0, 'letter'],
    ['a letter of the last block of letters, after a space', ' ﺍ', 1, 'letter'],
    ['a digit', '5', 0, 'number'],
    ['a Persian digit', '۵', 0, 'number'],
    ['a fraction', '½', 0, 'number'],
    ['an accent of its own', 'e\u0301', 1, 'mark and between'],
    ['a soft hyphen', '\u00ad', 0, 'between'],
    ['the mark that parts Persian words', '\u200c', 0, 'between'],
    ['the lengthening stroke', '\u0640', 0, 'letter and between'],
    ['a space', 'a b', 1, ''],
    ['a hyphen', 'a-b', 1, ''],
    ['a character of private use, after a letter', 'a\ue000', 1, ''],
  ])('%s', (_, text, index, kinds) => {
    expect(kindsAt(text, index)).toBe(kinds);
    expect(kindsAt(text, index)).toBe(kinds);
  });

  test.each([
    ['a rare Chinese letter', '𠮷', 'letter'],
    ['an Old Persian letter', '𐎠', 'letter'],
    ['the first letter beyond the basic plane', '𐀀', 'letter'],
    ['a digit for mathematics', '𝟙', 'number'],
    ['a mark over musical notes', '\u{1d165}', 'mark and between'],
    ['a picture', '😀', ''],
    ['the last character that can be', '\u{10ffff}', ''],
  ])('both halves of %s are what it is, whatever stands beside it', (_, character, kinds) => {
    for (const [before, after] of [
      ['', ''],
      [' ', ' '],
      ['a', 'a'],
      ['- ', ' a1\u0301'],
    ] as const) {
      const text = `${before}${character}${after}`;
      expect(kindsAt(text, before.length)).toBe(kinds);
      expect(kindsAt(text, before.length + 1)).toBe(kinds);
    }
  });
});

describe('what a letter counts as', () => {
  test.each([
    ['é', 'e'],
    ['Ж', 'ж'],
    ['ک', 'ك'],
    ['۴', '4'],
    ['a', 'a'],
  ])('%s counts as %s', (letter, folded) => {
    expect(foldedAt(letter, 0)).toBe(folded.charCodeAt(0));
    expect(foldedAt(` ${letter}`, 1)).toBe(folded.charCodeAt(0));
  });

  test.each([
    ['two letters', 'ß'],
    ['a space', ' '],
    ['a mark alone', '\u0301'],
    ['the end of the text', ''],
  ])('%s counts as no letter', (_, text) => {
    expect(foldedAt(text, 0)).toBe(0xffff);
  });
});
