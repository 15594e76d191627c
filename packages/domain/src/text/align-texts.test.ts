import { describe, expect, test } from 'vitest';
import { alignTexts } from './align-texts.ts';

describe('following an edit from an old text to a new one', () => {
  test.each([
    ['before what was put in', [0, 2], 0],
    ['right before it, with the space', [3, 6], 3],
    ['right after it', [6, 8], 9],
    ['at the end', [9, 11], 12],
  ] as const)('given a word put in then a range %s stands there still', (_, [start, end], at) => {
    expect(alignTexts('aa bb cc dd', 'aa bb XX cc dd')(start, end)).toBe(at);
  });

  test.each([
    ['before what was taken out', [0, 2], 0],
    ['what was taken out', [3, 5], null],
    ['after it', [6, 8], 3],
    ['at the end', [9, 11], 6],
  ] as const)('given a word taken out then %s is followed', (_, [start, end], at) => {
    expect(alignTexts('aa bb cc dd', 'aa cc dd')(start, end)).toBe(at);
  });

  test.each([
    ['the first that was changed', [3, 5], null],
    ['one between the two', [6, 8], 6],
    ['a part of it', [7, 8], 7],
    ['a space', [5, 8], null],
    ['the second that was changed', [9, 11], null],
  ] as const)('given two words changed then %s is followed', (_, [start, end], at) => {
    expect(alignTexts('aa bb cc dd', 'aa XX cc YY')(start, end)).toBe(at);
  });

  test('given a mark after a word changed then the word was not', () => {
    expect(alignTexts('aa bb, cc', 'aa bb; cc')(3, 9)).toBe(3);
  });

  test('given half of a word is in both texts then it was changed', () => {
    expect(alignTexts('aa bbb cc', 'aa bbd cc')(3, 6)).toBeNull();
    expect(alignTexts('aa bbb cc', 'aa dbb cc')(3, 6)).toBeNull();
  });

  test('given a script without spaces then each character is followed', () => {
    const place = alignTexts('甲乙丙丁', '子乙丙丑');
    expect([place(0, 1), place(1, 2), place(2, 3), place(3, 4)]).toEqual([null, 1, 2, null]);
  });

  test('given nothing changed then all is where it was', () => {
    const place = alignTexts('aa bb', 'aa bb');
    expect([place(0, 2), place(3, 5), place(0, 5)]).toEqual([0, 3, 0]);
  });

  test('given more changed than is compared then only what is before and after it is followed', () => {
    const others = (letter: string) => Array.from({ length: 600 }, (_, n) => `${letter}${n}`);
    const [old, now] = ['x', 'yy'].map((letter) =>
      ['aa', 'bb', ...others(letter), 'mm', ...others(letter), 'cc', 'dd'].join(' '),
    ) as [string, string];
    const place = alignTexts(old, now);
    const at = (text: string, word: string) =>
      [text.indexOf(word), text.indexOf(word) + 2] as const;
    expect(place(...at(old, 'bb'))).toBe(3);
    expect(place(...at(old, 'mm'))).toBeNull();
    expect(place(...at(old, 'cc'))).toBe(now.indexOf('cc'));
    expect(place(...at(old, 'dd'))).toBe(now.indexOf('dd'));
  });
});
