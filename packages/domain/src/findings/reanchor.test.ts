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

  test('given a quote without a word then nothing is suggested', () => {
    const space = { exact: ' ', prefix: 'One', suffix: 'two', start: 3, end: 4 };
    expect(suggestAnchors('One two three', space)).toEqual([]);
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

describe('the score of a suggestion', () => {
  const exact = 'The council will not accept the treaty before next spring';
  const quote = quoteOf(`Nobody came. ${exact}. Barley rose.`, exact);
  const suggested = (text: string) =>
    suggestAnchors(text, quote).map(({ quote: { exact: there }, score }) => ({
      ...{ there, score: Number(score.toFixed(4)) },
    }));

  test.each([
    ['nothing', exact, 1],
    ['the case of a word', exact.replace('council', 'Council'), 0.9775],
    ['the ending of a word', exact.replace('treaty', 'treaties'), 0.955],
    ['the ending of a word of four letters', exact.replace('will', 'willed'), 0.955],
    ['a word for one with two letters of it', exact.replace('not', 'now'), 0.91],
    ['a short word for another', exact.replace('not', 'yet'), 0.91],
    ['a word for another', exact.replace('treaty', 'offer'), 0.91],
    ['a word taken out', exact.replace(' not', ''), 0.91],
    ['the last word taken out', exact.replace(' spring', ''), 0.91],
    ['a word put in', exact.replace('accept', 'ever accept'), 0.9182],
  ])('given %s changed then one stretch is offered, with its score', (_, there, score) => {
    expect(suggested(`Nobody came. ${there}. Barley rose.`)).toEqual([{ there, score }]);
  });

  test.each([
    ['all', 'Nobody came. ', '. Barley rose.', 1],
    ['those before it', 'Nobody came. ', '; wheat fell', 0.95],
    ['those after it', 'Somebody went: ', '. Barley rose.', 0.95],
    ['none', 'Somebody went: ', '; wheat fell', 0.9],
    ['two of three before it', 'Somebody came. ', '. Barley rose.', 0.9833],
  ])('given of the words round it %s stand there still then it counts a tenth', (...row) => {
    const [, prefix, suffix, score] = row;
    expect(suggested(`${prefix}${exact}${suffix}`)).toEqual([{ there: exact, score }]);
  });

  test('given the quote is a whole text then there are no words round it to miss', () => {
    const [best] = suggestAnchors(exact, quoteOf(exact, exact));
    expect(best).toMatchObject({ quote: { exact }, score: 1 });
  });

  const sixOfTen = 'The mayor would maybe accept the plan after last spring';

  test('given six words of ten changed then it is offered where the words round it are the same', () => {
    expect(suggested(`Nobody came. ${sixOfTen}. Barley rose.`)).toEqual([
      { there: sixOfTen, score: 0.46 },
    ]);
    expect(suggested(`Somebody went: ${sixOfTen}; wheat fell`)).toEqual([]);
  });

  test('given more than that changed, if only the case of one, then it is not', () => {
    const more = sixOfTen.replace('spring', 'Spring');
    expect(suggested(`Nobody came. ${more}. Barley rose.`)).toEqual([]);
  });
});

describe('the places that are suggested', () => {
  const startsOf = (text: string, exact: string) =>
    suggestAnchors(text, { exact, prefix: '', suffix: '', start: 0, end: exact.length }).map(
      ({ quote }) => [quote.start, quote.exact],
    );

  test('given more than three alike then the nearest three', () => {
    expect(startsOf('no talks, no talks, no talks, no talks', 'no talks')).toEqual([
      [0, 'no talks'],
      [10, 'no talks'],
      [20, 'no talks'],
    ]);
  });

  test('given more alike than are compared, the nearest last, then it is offered first', () => {
    const line = 'The weir is shut again. ';
    const text = line.repeat(20);
    const start = line.length * 19;
    const exact = 'The weir is closed again';
    const quote = { exact, prefix: '', suffix: '', start, end: start + exact.length };
    expect(suggestAnchors(text, quote)[0]?.quote.start).toBe(start);
  });

  test('given two that touch then both, whichever is the better', () => {
    expect(startsOf('評議会評議会', '評議会')).toEqual([
      [0, '評議会'],
      [3, '評議会'],
    ]);
    expect(startsOf('評所会評議会', '評議会')).toEqual([
      [3, '評議会'],
      [0, '評所会'],
    ]);
  });

  test('given a stretch longer than a quote may be then it is none of them', () => {
    const exact = 'a'.repeat(4999);
    expect(startsOf('a'.repeat(5000), exact)).toEqual([[0, 'a'.repeat(5000)]]);
    expect(startsOf('a'.repeat(5001), exact)).toEqual([]);
  });
});

describe('how far a quote is looked for, given words that may be compared', () => {
  const numbers = '10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29';
  const found = (text: string, place: number, comparisons: number, candidates: string[]) =>
    candidates.filter((exact) => {
      const quote = { exact, prefix: '', suffix: '', start: place, end: place + exact.length };
      return suggestAnchors(text, quote, { comparisons }).some(
        (there) => there.quote.exact === exact && there.quote.start === text.indexOf(exact),
      );
    });
  const each = numbers.split(' ');

  test.each([
    ['in the middle of the text', numbers, 30, ['18', '19', '20', '21']],
    ['at the end of a word', numbers, 29, ['17', '18', '19', '20']],
    ['at the start of the text', numbers, 0, ['10', '11', '12', '13']],
    ['at the end of the text', numbers, 59, ['27', '28', '29']],
    ['beyond the text', numbers, 900, ['27', '28', '29']],
    ['after the last word', `${numbers} `, 60, ['28', '29']],
  ])('four: given its place is %s then two are before it and two after', (...row) => {
    const [, text, place, near] = row;
    expect(found(text, place, 4, each)).toEqual(near);
  });

  test('given the text has no more words than that then all of it is searched', () => {
    expect(found('10 11 12 13', 11, 4, each)).toEqual(['10', '11', '12', '13']);
  });

  test('given words longer than most then fewer of them: so much of the text is looked at', () => {
    const long = each.map((number) => `longer-than-most-${number}`.replaceAll('-', ''));
    const text = long.join(' ');
    const place = text.indexOf(long[10] ?? '');
    expect(found(text, place, 4, long)).toEqual(['longerthanmost19', 'longerthanmost20']);
  });

  test('given a longer quote then fewer words: each is compared with each of the quote', () => {
    const pairs = each.slice(1).map((word, index) => `${each[index]} ${word}`);
    expect(found(numbers, 30, 8, pairs)).toEqual(['18 19', '19 20', '20 21']);
  });
});
