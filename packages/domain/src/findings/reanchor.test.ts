import { describe, expect, test } from 'vitest';
import { quoteFromRange } from './anchor.ts';
import { suggestAnchors } from './reanchor.ts';

const quoteOf = (text: string, exact: string) =>
  quoteFromRange(text, text.indexOf(exact), text.indexOf(exact) + exact.length);
const before =
  'The river was low. The council will not negotiate with the regency or its envoys. Nobody had come.';

describe('suggesting where a quote went', () => {
  const quote = quoteOf(before, 'The council will not negotiate with the regency or its envoys');

  test('given one word taken out then it is found, and the difference shows the word', () => {
    const [best] = suggestAnchors(before.replace(' not', ''), quote);
    expect(best?.quote.exact).toBe('The council will negotiate with the regency or its envoys');
    expect(best?.score).toBeGreaterThan(0.8);
    expect(best?.score).toBeLessThan(1);
    expect(best?.difference).toEqual([
      { kind: 'same', text: 'The council will' },
      { kind: 'removed', text: ' not' },
      { kind: 'same', text: ' negotiate with the regency or its envoys' },
    ]);
  });

  test('given the sentence rewritten and moved then it is still the best of what there is', () => {
    const text =
      'Nobody had come. With the regency and its envoys there is nothing to talk about. By the weir, the council would not negotiate with a regency or its envoys.';
    const [best, ...others] = suggestAnchors(text, quote);
    expect(best?.quote.exact).toContain('council would not negotiate');
    for (const other of others) expect(other.score).toBeLessThanOrEqual(best?.score ?? 0);
  });

  test('given nothing like it then nothing is suggested', () => {
    expect(suggestAnchors('Barley prices rose in spring and fell again.', quote)).toEqual([]);
    expect(suggestAnchors('', quote)).toEqual([]);
  });

  test('given the same words in two places then both are offered, the nearer first', () => {
    const text = `${before} ${before}`;
    const found = suggestAnchors(text, { ...quote, start: 118, end: 118 + quote.exact.length });
    expect(found.slice(0, 2).map(({ score }) => score > 0.9)).toEqual([true, true]);
    expect(found[0]?.quote.start).toBe(118);
  });

  test('given a long text then it answers all the same', () => {
    const text = `${'Barley prices rose in spring. '.repeat(4_000)}${before.replace(' not', '')}`;
    const far = { ...quote, start: text.length - 90, end: text.length - 90 + quote.exact.length };
    expect(suggestAnchors(text, far)[0]?.quote.exact).toContain('will negotiate');
  });

  test('given few comparisons then what is near is found, and what is far is not looked at', () => {
    const text = `${before.replace(' not', '')} ${'Barley prices rose in spring. '.repeat(4_000)}`;
    const comparisons = 2_000;
    expect(suggestAnchors(text, quote, { comparisons })[0]?.quote.exact).toContain(
      'will negotiate',
    );
    const far = { ...quote, start: text.length - 90, end: text.length - 90 + quote.exact.length };
    expect(suggestAnchors(text, far, { comparisons })).toEqual([]);
    expect(suggestAnchors(text, far)).not.toEqual([]);
  });
});
