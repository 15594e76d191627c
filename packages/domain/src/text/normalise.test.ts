import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awkwardText } from '../testing/arbitraries.ts';
import { normaliseText } from './normalise.ts';

describe('normalised text', () => {
  test.each([
    ['  two\u00A0\u2009words \n', 'two words'],
    ['a\u3000b\u202Fc\u0085d\u1680e', 'a b c d e'],
    ['cafe\u0301', 'café'],
    ['\u1112\u1161\u11AB', '한'],
    ['bell\u0007 and \u0000null', 'bell and null'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['zero\u200Dwidth joiners stay', 'zero\u200Dwidth joiners stay'],
    ['می\u200Cخواهد', 'می\u200Cخواهد'],
    ['un\u00ADprece\u00ADdented', 'unprecedented'],
    ['long\u200Bword, word\u2060joined', 'longword, wordjoined'],
    ['held\uFEFF.', 'held.'],
    ['two \u200B words', 'two words'],
    ['e\u00AD\u0301', 'é'],
    // Marks of the direction that the letters have anyway go; what turns something round stays.
    ['the\u200E river, \u200Ethe\u200E\u200E port', 'the river, the port'],
    // A run of spaces counts as the one that it becomes, so that the form is reached at once.
    ['water  -         \u200Ewater', 'water - water'],
    ['water\u200E         -  water', 'water - water'],
    ['של\u200Fום, \u200Fעולם', 'שלום, עולם'],
    ['آب\u061Cها', 'آبها'],
    ['the C++\u200E שלום', 'the C++\u200E שלום'],
    ['the\u200F port', 'the\u200F port'],
    ['שלום\u200E עולם', 'שלום\u200E עולם'],
    ['שלום!\u200F', 'שלום!\u200F'],
    ['\u200Ethe port \u200E5', '\u200Ethe port \u200E5'],
    [' \t\n', ''],
  ])('given %j when normalised then it reads %j', (given, expected) => {
    expect(normaliseText(given)).toBe(expected);
  });

  test('is in NFC with single spaces, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), awkwardText), (text) => {
        const normal = normaliseText(text);
        expect(normal).toBe(normal.normalize('NFC'));
        expect(normal).not.toMatch(/^ | $| {2}|[^\P{White_Space} ]|\p{Cc}/u);
        expect(normal).not.toMatch(/[\u00AD\u200B\u2060\uFEFF]/);
        expect(normal.isWellFormed()).toBe(true);
        expect(normaliseText(normal)).toBe(normal);
      }),
    );
  });
});
