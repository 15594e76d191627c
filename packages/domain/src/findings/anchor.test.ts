import { describe, expect, test } from 'vitest';
import { quoteOf, quotedText as text } from '../testing/quotes.ts';
import { normaliseText } from '../text/normalise.ts';
import { anchorQuote, isQuoteIntact, moveQuotes } from './anchor.ts';

describe('anchoring a quote', () => {
  test('given words that occur once then they are anchored with the words around them', () => {
    const found = anchorQuote(text, { exact: 'terms acceptable to all' });
    expect(found).toEqual({
      kind: 'anchored',
      quote: {
        exact: 'terms acceptable to all',
        prefix: ' the regency. Its envoy said that '.slice(-32),
        suffix: ' were near. The council will not',
        start: 69,
        end: 92,
      },
    });
  });

  test('given words as they were typed then they are found in normalised text', () => {
    const exact = ' terms\u00A0acceptable\n to all ';
    expect(anchorQuote(text, { exact })).toMatchObject({ kind: 'anchored', quote: { start: 69 } });
  });

  test.each([
    ['from a keyboard', `the minister's "final offer"`],
    ['as they stand', 'the minister’s “final offer”'],
    ['of another language', 'the minister‛s „final offer‟'],
  ])('given quotation marks %s then the words are found, as the text has them', (_, exact) => {
    const curly = 'So the minister’s “final offer” was none.';
    expect(anchorQuote(curly, { exact, prefix: 'So ' })).toMatchObject({
      ...{ kind: 'anchored', quote: { exact: 'the minister’s “final offer”', start: 3 } },
    });
    expect(anchorQuote(`It's “final”.`, { exact: 'It’s "final"' })).toMatchObject({
      ...{ kind: 'anchored', quote: { exact: "It's “final”" } },
    });
  });

  test('given a place with the very marks then another is not taken for it', () => {
    const both = 'A “final offer” came. A "final offer" went.';
    expect(anchorQuote(both, { exact: '"final offer"' })).toMatchObject({ quote: { start: 24 } });
  });

  test('given words that occur twice then all places are returned, none chosen', () => {
    const found = anchorQuote(text, { exact: 'The council will not negotiate' });
    expect(found).toMatchObject({ kind: 'ambiguous', quotes: [{ start: 0 }, { start: 104 }] });
  });

  test('given words around it, or its offset, then one place is chosen', () => {
    const exact = 'will not negotiate';
    expect(anchorQuote(text, { exact, suffix: ' with the port' })).toMatchObject({
      quote: { start: 116 },
    });
    expect(anchorQuote(text, { exact, start: 12 })).toMatchObject({ quote: { start: 12 } });
  });

  test('given only words before or after it then they decide between places', () => {
    const whole = 'At noon they will sign. At night they will sign. They go.';
    const exact = 'they will sign';
    const first = whole.indexOf(exact);
    const second = whole.indexOf(exact, first + 1);
    const found = (round: { prefix?: string; suffix?: string; start?: number }) => {
      const anchoring = anchorQuote(whole, { exact, ...round });
      return anchoring.kind === 'anchored' ? anchoring.quote.start : anchoring.kind;
    };
    expect(found({ prefix: 'At noon ' })).toBe(first);
    expect(found({ prefix: 'At night ' })).toBe(second);
    expect(found({ suffix: '. At night' })).toBe(first);
    expect(found({ suffix: '. They go.' })).toBe(second);
    expect(found({ prefix: 'night ', suffix: '. They' })).toBe(second);
  });

  test('given two places with the same words around them then its offset decides', () => {
    const whole = 'And they will sign. And they will sign.';
    const quote = { exact: 'they will sign', prefix: 'And ', suffix: '.' };
    expect(anchorQuote(whole, quote).kind).toBe('ambiguous');
    expect(anchorQuote(whole, { ...quote, start: 24 })).toMatchObject({
      kind: 'anchored',
      quote: { start: 24, end: 38 },
    });
    expect(anchorQuote(whole, { ...quote, start: 5 }).kind).toBe('ambiguous');
  });

  test('given words around it that occur nowhere then its offset alone does not decide', () => {
    const whole = 'Now they will sign. Then they will sign.';
    const round = { exact: 'they will sign', prefix: 'Never ', suffix: ' it' };
    expect(anchorQuote(whole, { ...round, start: 4 }).kind).toBe('ambiguous');
    expect(anchorQuote('Now they will sign.', round)).toMatchObject({
      kind: 'anchored',
      quote: { start: 4 },
    });
  });

  test('given the offset at which it was taken from within a word then it is found there alone', () => {
    const exact = 'acceptable';
    expect(anchorQuote('unacceptable terms', { exact, start: 2 })).toMatchObject({
      kind: 'anchored',
      quote: { exact, start: 2, end: 12 },
    });
    expect(anchorQuote('unacceptable terms', { exact, start: 1 })).toEqual({ kind: 'missing' });
  });

  test('given 5000 characters then they are anchored, and one more is not', () => {
    const long = 'x'.repeat(5000);
    expect(anchorQuote(`a ${long} b`, { exact: long }).kind).toBe('anchored');
    expect(anchorQuote(`a ${long}x b`, { exact: `${long}x` })).toEqual({ kind: 'missing' });
  });

  test('given one word changed then it is missing, however alike', () => {
    expect(anchorQuote(text, { exact: 'The council will negotiate' })).toEqual({ kind: 'missing' });
  });

  test.each([
    ['acceptable to all', 'terms unacceptable to all were'],
    ['negotiate', 'They will renegotiate soon'],
    ['negotiate', 'They negotiated'],
  ])('given %j then it is not found within a longer word of %j', (exact, within) => {
    expect(anchorQuote(within, { exact })).toEqual({ kind: 'missing' });
  });

  test('given a quote taken from within a word then its surroundings find it again', () => {
    const printed = 'a presence inOstrava after 2014';
    const taken = quoteOf(printed, 'Ostrava after 2014');
    expect(anchorQuote(printed, { exact: taken.exact })).toEqual({ kind: 'missing' });
    expect(anchorQuote(printed, taken)).toEqual({ kind: 'anchored', quote: taken });
    expect(isQuoteIntact(printed, taken)).toBe(true);
  });

  test('given a script without spaces then any slice can be quoted', () => {
    expect(anchorQuote('評議会は交渉しないと述べた', { exact: '交渉しない' }).kind).toBe(
      'anchored',
    );
  });

  test('given a quote taken from within a very long word then its surroundings find it again', () => {
    const [before, after] = ['b'.repeat(40), 'c'.repeat(40)];
    const printed = `${before}acceptable${after}`;
    const quote = { exact: 'acceptable', prefix: before, suffix: after };
    expect(anchorQuote(printed, quote)).toMatchObject({ kind: 'anchored', quote: { start: 40 } });
    expect(anchorQuote(printed, { ...quote, suffix: 'd'.repeat(40) })).toEqual({
      kind: 'missing',
    });
  });

  test('given more than a quote may have then it is missing', () => {
    const printed = 'x'.repeat(5001);
    expect(anchorQuote(printed, { exact: printed })).toEqual({ kind: 'missing' });
    expect(anchorQuote(printed.slice(1), { exact: printed.slice(1) }).kind).toBe('anchored');
  });

  test('given nothing to find then it is missing', () => {
    expect(anchorQuote(text, { exact: '  ' })).toEqual({ kind: 'missing' });
    expect(anchorQuote('', { exact: 'x' })).toEqual({ kind: 'missing' });
  });
});

describe('what no reader sees', () => {
  const kept =
    'An un\u00ADprece\u00ADdented offer, \u200Fof a long\u200Bword. It is un\u00ADprece\u00ADdented, a co\u2011operation pact.';

  test.each([
    ['unprecedented offer, of', 'un\u00ADprece\u00ADdented offer, \u200Fof'],
    ['un\u00ADprecedented offer', 'un\u00ADprece\u00ADdented offer'],
    ['long\u2060word', 'long\u200Bword'],
    ['a co-operation pact', 'a co\u2011operation pact'],
  ])('is no part of a quote that is looked for: %j', (exact, stands) => {
    const found = anchorQuote(kept, { exact });
    expect(found).toMatchObject({ kind: 'anchored', quote: { exact: stands } });
    if (found.kind === 'anchored') expect(isQuoteIntact(kept, found.quote)).toBe(true);
  });

  test('is found with what is not seen in a text that has none', () => {
    const clean = 'An unprecedented offer.';
    expect(anchorQuote(clean, { exact: 'un\u00ADprecedented', prefix: 'A\u200En ' })).toMatchObject(
      {
        quote: { exact: 'unprecedented', start: 3 },
      },
    );
  });

  test('is no part of the words round it, nor counted in its offset', () => {
    const exact = 'unprecedented';
    const last = kept.lastIndexOf('un\u00AD');
    for (const round of [{ prefix: 'It is ' }, { prefix: 'wo\u00ADrd. It is ' }, { start: last }])
      expect(anchorQuote(kept, { exact, ...round })).toMatchObject({ quote: { start: last } });
    expect(anchorQuote(kept, { exact }).kind).toBe('ambiguous');
  });

  test('counts where it would make a quote longer than it may be', () => {
    const printed = (count: number) => 'a\u00ADb'.repeat(count);
    const seen = (count: number) => ({ exact: 'ab'.repeat(count) });
    expect(anchorQuote(printed(1_666), seen(1_666))).toMatchObject({
      kind: 'anchored',
      quote: { start: 0, end: 4_998 },
    });
    expect(anchorQuote(printed(1_667), seen(1_667))).toEqual({ kind: 'missing' });
  });

  test('was all of a quote, and it is gone with it', () => {
    const quote = quoteOf('It is un\u00ADfair.', '\u00AD');
    expect(isQuoteIntact('It is un\u00ADfair.', quote)).toBe(true);
    expect(moveQuotes('It is un\u00ADfair.', 'It is unfair.', [quote])).toEqual([null]);
  });

  test('leaves a text, and its quotes go along with their words', () => {
    const clean = normaliseText(kept);
    expect(clean).not.toBe(kept);
    const quotes = [
      quoteOf(kept, 'un\u00ADprece\u00ADdented offer, \u200Fof'),
      quoteOf(kept, 'It is un\u00ADprece\u00ADdented'),
      quoteOf(kept, 'a long\u200Bword'),
    ];
    const moved = moveQuotes(kept, clean, quotes);
    expect(moved.map((quote) => quote?.exact)).toEqual([
      'unprecedented offer, \u200Fof',
      'It is unprecedented',
      'a longword',
    ]);
    for (const quote of moved) expect(quote && isQuoteIntact(clean, quote)).toBe(true);
    const reworded = clean.replace('a longword', 'no longword');
    expect(moveQuotes(kept, reworded, quotes)[2]).toBe(null);
  });
});
