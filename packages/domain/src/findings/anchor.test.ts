import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText } from '../text/normalise.ts';
import { anchorQuote, moveQuotes, quoteFromRange, quoteStands } from './anchor.ts';
import { Quote } from './finding.ts';

const text =
  'The council will not negotiate with the regency. Its envoy said that terms acceptable to all were near. The council will not negotiate with the port.';
const quoteOf = (whole: string, exact: string) =>
  quoteFromRange(whole, whole.indexOf(exact), whole.indexOf(exact) + exact.length);

describe('anchoring a quote', () => {
  test('given words that stand once then they are anchored with the words around them', () => {
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

  test('given words that stand twice then all places are given, none chosen', () => {
    const found = anchorQuote(text, { exact: 'The council will not negotiate' });
    expect(found).toMatchObject({ kind: 'ambiguous', quotes: [{ start: 0 }, { start: 104 }] });
  });

  test('given words round it, or its offset, then the place is told from the other', () => {
    const exact = 'will not negotiate';
    expect(anchorQuote(text, { exact, suffix: ' with the port' })).toMatchObject({
      quote: { start: 116 },
    });
    expect(anchorQuote(text, { exact, start: 12 })).toMatchObject({ quote: { start: 12 } });
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
    expect(quoteStands(printed, taken)).toBe(true);
  });

  test('given a script without spaces then any slice can be quoted', () => {
    expect(anchorQuote('評議会は交渉しないと述べた', { exact: '交渉しない' }).kind).toBe(
      'anchored',
    );
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
          expect(quoteStands(whole, quote)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('given more than can be quoted then it is refused', () => {
    expect(() => quoteFromRange('x'.repeat(6000), 0, 5001)).toThrow(RangeError);
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
    expect(quoteStands(edited, quote)).toBe(stands);
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
    expect(quoteStands(edited, quote)).toBe(false);
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

  test('given a whole passage stands twice and ours is edited then the other is not taken for it', () => {
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
    expect(quoteStands(before, lost)).toBe(false);
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

  test('given it stood at the edge of what was moved then a person is asked', () => {
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
        expect(quoteStands(after, moved)).toBe(true);
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
