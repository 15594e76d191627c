import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awkwardText } from '../testing/arbitraries.ts';
import { normaliseText } from './normalise.ts';

describe('normalised text', () => {
  test.each([
    ['  two\u00A0\u2009words \n', 'two words'],
    ['a\u3000b\u202Fc\u0085d\u1680e\uFEFFf', 'a b c d e f'],
    ['cafe\u0301', 'café'],
    ['\u1112\u1161\u11AB', '한'],
    ['bell\u0007 and \u0000null', 'bell and null'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['zero\u200Dwidth joiners stay', 'zero\u200Dwidth joiners stay'],
    [' \t\n', ''],
  ])('given %j when normalised then it reads %j', (given, expected) => {
    expect(normaliseText(given)).toBe(expected);
  });

  test('is in NFC with single spaces, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), awkwardText), (text) => {
        const normal = normaliseText(text);
        expect(normal).toBe(normal.normalize('NFC'));
        expect(normal).not.toMatch(/^ | $| {2}|[^\P{White_Space} ]|\p{Cc}|\uFEFF/u);
        expect(normal.isWellFormed()).toBe(true);
        expect(normaliseText(normal)).toBe(normal);
      }),
    );
  });
});
