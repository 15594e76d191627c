import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteOf } from '../testing/quotes.ts';
import { isQuoteIntact, moveQuotes, quoteFromRange } from './anchor.ts';

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
