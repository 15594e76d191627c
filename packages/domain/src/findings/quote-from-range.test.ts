import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteOf } from '../testing/quotes.ts';
import { normaliseText } from '../text/normalise.ts';
import { isQuoteIntact, quoteFromRange } from './anchor.ts';
import { Quote } from './finding.ts';

describe('a quote from a selection', () => {
  test('given any range of any text then the quote is a valid slice of it that stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }).map(normaliseText),
        fc.nat(120),
        fc.nat(120),
        (whole, a, b) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          if (whole.slice(start, end).trim() === '') {
            expect(() => quoteFromRange(whole, start, end)).toThrow(RangeError);
            return;
          }
          const quote = Quote.parse(quoteFromRange(whole, start, end));
          expect(whole.slice(quote.start, quote.end)).toBe(quote.exact);
          expect(quote.exact.isWellFormed() && quote.prefix.isWellFormed()).toBe(true);
          expect(quote.suffix.isWellFormed()).toBe(true);
          expect(isQuoteIntact(whole, quote)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('given 5000 characters, anywhere, then they can be quoted, and one more is refused', () => {
    const whole = 'x'.repeat(11_000);
    expect(quoteFromRange(whole, 6000, 11_000).exact).toHaveLength(5000);
    expect(() => quoteFromRange(whole, 5999, 11_000)).toThrow(
      new RangeError('a quote has 1 to 5000 characters, not 5001'),
    );
  });

  test('given spaces at its ends then they are left out', () => {
    expect(quoteFromRange('one  two  three', 3, 10)).toEqual({
      exact: 'two',
      prefix: 'one  ',
      suffix: '  three',
      start: 5,
      end: 8,
    });
  });

  test('given nothing but spaces then it is refused, also where more of them follow', () => {
    const none = new RangeError('a quote has 1 to 5000 characters, not 0');
    expect(() => quoteFromRange('a     b', 2, 4)).toThrow(none);
  });

  test('given half of a character at an end then the whole of it is quoted, and never none', () => {
    const whole = 'a😀b';
    expect(quoteFromRange(whole, 2, 4)).toMatchObject({ exact: '😀b', start: 1, end: 4 });
    expect(quoteFromRange(whole, 0, 2)).toMatchObject({ exact: 'a😀', start: 0, end: 3 });
    expect(() => quoteFromRange(whole, 2, 2)).toThrow(RangeError);
  });

  test('given half of a character where the words round it are cut then it is left out', () => {
    const before = `😀${'p'.repeat(31)}`;
    const after = `${'s'.repeat(31)}😀`;
    const quote = quoteFromRange(`${before}Q${after}`, before.length, before.length + 1);
    expect([quote.prefix, quote.suffix]).toEqual(['p'.repeat(31), 's'.repeat(31)]);
    const near = quoteFromRange(`😀${'p'.repeat(30)}Q${'s'.repeat(30)}😀`, 32, 33);
    expect([near.prefix, near.suffix]).toEqual([`😀${'p'.repeat(30)}`, `${'s'.repeat(30)}😀`]);
  });
});

describe('whether a quote stands', () => {
  test.each([
    ['a word before it', 'Now the council will not negotiate', false],
    ['a word inside it', 'The council will never negotiate', false],
    ['its last word', 'The council will not negotiated', false],
    ['what follows it', 'The council will not negotiate, ever', true],
  ])('given an edit of %s then it does: %s', (_, edited, stands) => {
    const quote = quoteOf('The council will not negotiate', 'council will not negotiate');
    expect(isQuoteIntact(edited, quote)).toBe(stands);
  });

  test.each([
    ['acceptable', 'unacceptable terms', 2],
    ['negotiable', 'non-negotiable terms', 4],
    ['5 per cent', '−5 per cent', 1],
    ['5 per cent', '2.5 per cent', 2],
    ['raise it by 2', 'raise it by 2.5', 0],
  ])('given %j then it does not stand in %j', (exact, edited, start) => {
    const quote = { exact, prefix: '', suffix: '', start, end: start + exact.length };
    expect(edited.slice(quote.start, quote.end)).toBe(exact);
    expect(isQuoteIntact(edited, quote)).toBe(false);
  });
});
