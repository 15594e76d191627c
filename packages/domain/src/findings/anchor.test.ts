import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '../text/normalise.ts';
import { anchorQuote, isQuoteIntact, moveQuotes, quoteFromRange } from './anchor.ts';
import { Quote } from './finding.ts';

const text =
  'The council will not negotiate with the regency. Its envoy said that terms acceptable to all were near. The council will not negotiate with the port.';
const quoteOf = (whole: string, exact: string) =>
  quoteFromRange(whole, whole.indexOf(exact), whole.indexOf(exact) + exact.length);

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

const word = fc.constantFrom('council', 'will', 'not', 'accept', 'sluices', 'open', 'never', 'it');
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

describe('taking quotes along an edit', () => {
  const move = (before: string, after: string, exact: string) =>
    moveQuotes(before, after, [quoteOf(before, exact)])[0];

  test('given an edit before it, after it, or on both sides then it moves', () => {
    const before = 'One. The council will not negotiate. Two. Three.';
    const exact = 'council will not negotiate';
    expect(move(before, `Zero. ${before}`, exact)).toMatchObject({ start: 15 });
    expect(move(before, `${before} Four.`, exact)).toMatchObject({ start: 9 });
    const both = 'Then. The council will not negotiate. Two, at last. Three.';
    expect(move(before, both, exact)).toMatchObject({ start: 10, exact });
  });

  test('given its words changed and the same words elsewhere then it does not jump there', () => {
    const before = 'A: we will not negotiate now. B: silence. C: we will not negotiate ever.';
    const after = 'A: we will negotiate now. B: silence. C: we will not negotiate ever.';
    expect(move(before, after, 'will not negotiate')).toBeNull();
  });

  test('given a whole passage occurs twice and ours is edited then the other is not taken for it', () => {
    const passage =
      'In the autumn of that year the envoy let it be known that the council will not negotiate with any port that had closed its gates.';
    const before = `${passage} So it was written. ${passage}`;
    const after = `${passage.replace(' not', '')} So it was written. ${passage}`;
    expect(move(before, after, 'will not negotiate')).toBeNull();
  });

  test.each([
    ['They will negotiated now.', 'They will negotiate now.'],
    ['They still will negotiated.', 'They still will negotiate.'],
  ])('given it did not stand in %j then it is not taken along to %j', (before, after) => {
    const lost = quoteOf(after, 'will negotiate');
    expect(isQuoteIntact(before, lost)).toBe(false);
    expect(moveQuotes(before, after, [lost])).toEqual([null]);
  });

  test('given its paragraph cut and pasted elsewhere then it goes along', () => {
    const mover =
      'The envoy told the assembly that the council will not negotiate with anybody at all, by day or by night.';
    const rest = 'The river was low. Nobody had come. The weir stood open, and the town waited.';
    expect(move(`${mover} ${rest}`, `${rest} ${mover}`, 'will not negotiate')).toMatchObject({
      start: rest.length + 1 + mover.indexOf('will not'),
    });
  });

  const long =
    'The river was low that year and nobody had come. The weir stood open, the town waited, and those who could had left for the hills before the first of the rains fell on the quay.';
  const short =
    'The envoy told the assembly that the council will not negotiate with anybody at all, by day or night.';

  test('given it was cut from a longer text and pasted elsewhere, words round it and all, then it goes along', () => {
    for (const [before, after] of [
      [`${short} ${long}`, `${long} ${short}`],
      [`${long} ${short}`, `${short} ${long}`],
    ] as const)
      expect(move(before, after, 'will not negotiate')).toMatchObject({
        exact: 'will not negotiate',
        start: after.indexOf('will not'),
      });
  });

  test('given the words round it begin the new text then it goes along as well', () => {
    const words = `${'m'.repeat(31)} will not negotiate ${'n'.repeat(40)}.`;
    expect(move(`${long} ${words}`, `${words} ${long}`, 'will not negotiate')).toMatchObject({
      start: 32,
    });
  });

  test('given it was cut and pasted twice, or not at all, then the editor decides', () => {
    const exact = 'will not negotiate';
    expect(move(`${short} ${long}`, `${long} ${short} ${short}`, exact)).toBeNull();
    expect(move(`${short} ${long}`, long, exact)).toBeNull();
  });

  test('given the new text begins with its words, and ours were changed, then the editor decides', () => {
    const before = 'A: they will not negotiate now.';
    const after = 'will not negotiate, said B. A: they will negotiate now.';
    expect(move(before, after, 'will not negotiate')).toBeNull();
  });

  test('given it was at the edge of what was moved then the editor decides', () => {
    const [mover, rest] = ['They will not negotiate.', 'The river was low. Nobody had come.'];
    expect(move(`${mover} ${rest}`, `${rest} ${mover}`, 'will not negotiate')).toBeNull();
  });

  test('given any edit then a quote that is taken along stands in the new text', () => {
    fc.assert(
      fc.property(sentence, sentence, fc.nat(100), fc.nat(40), (before, after, start, length) => {
        const end = Math.min(before.length, start + length + 1);
        if (before.slice(start, end).trim() === '') return;
        const quote = quoteFromRange(before, start, end);
        const [moved] = moveQuotes(before, after, [quote]);
        if (!moved) return;
        expect(moved.exact).toBe(quote.exact);
        expect(isQuoteIntact(after, moved)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('given any edit outside a quote then the quote is taken along', () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, sentence, (before, exact, after, added) => {
        const quoted = `“${exact}”`;
        const old = `${before}. ${quoted}. ${after}.`;
        const quote = quoteFromRange(old, before.length + 2, before.length + 2 + quoted.length);
        const [moved] = moveQuotes(old, `${added}. ${old} ${added}.`, [quote]);
        expect(moved).toMatchObject({ exact: quoted, start: quote.start + added.length + 2 });
      }),
      { numRuns: 500 },
    );
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
