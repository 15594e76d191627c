import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markerOf } from './mark-matches.ts';

const marked = (text: string, ...stems: string[]) =>
  markerOf(stems)
    .spans(text)
    .map(([start, end]) => text.slice(start, end));

describe('matches in a text', () => {
  it.each([
    ['Negotiations, renegotiated; negotiate', ['negoti'], ['Negotiations', 'negotiate']],
    ['A policy and its policies, policed', ['polici'], ['policy', 'policies']],
    ['Été à Nîmes, en l’été', ['ete', 'nime'], ['Été', 'Nîmes', 'été']],
    ['In 2024 and ۲۰۲۴, not 20245', ['2024'], ['2024', '۲۰۲۴']],
    ['شورای کتاب و كِتاب', ['كتاب'], ['کتاب', 'كِتاب']],
    ['آن‌جا که آب ایستاده', ['اب'], ['آب']],
    ['שָׁלוֹם על', ['שלומ'], ['שָׁלוֹם']],
    ['Wart, war, warring', ['war'], ['Wart', 'war']],
    ['水资源', ['水', '源'], ['水', '源']],
    ['𠮷野家 und 𠮷', ['𠮷'], ['𠮷', '𠮷']],
    ['नदी का पानी', ['नदी', 'पानी'], ['नदी', 'पानी']],
    ['नदी और नदियों', ['नद'], ['नदी', 'नदियों']],
  ])('given “%s” and %j, then %j', (text, stems, words) => {
    expect(marked(text, ...stems)).toEqual(words);
  });

  it.each([
    ['three letters more', 'warred', ['war'], ['warred']],
    ['four letters more', 'warring', ['war'], []],
    ['six letters more than four', 'rainmakers', ['rain'], ['rainmakers']],
    ['seven letters more than four', 'rainmakings', ['rain'], ['rainmakings']],
    ['eight letters more than four', 'rainmakingly', ['rain'], []],
  ])(
    'given a short stem and a word of %s, then only what may be an ending',
    (_, text, stems, words) => {
      expect(marked(text, ...stems)).toEqual(words);
    },
  );

  it.each([
    ['an i for the y of a longer word', 'Tidy, tidied', ['tidi'], ['Tidy', 'tidied']],
    ['an i that belongs to a short word', 'Ski under the sky', ['ski'], ['Ski']],
    ['another letter in its place', 'Policed by nobody', ['polici'], []],
    ['a text that ends before it', 'Polic', ['polici'], []],
  ])(
    'given %s, then y and i are the same only where a stemmer made them so',
    (_, text, stems, words) => {
      expect(marked(text, ...stems)).toEqual(words);
    },
  );

  it.each([
    ['a longer number', '20245 tons', ['2024'], []],
    ['letters after it', '1990er und 1990', ['1990'], ['1990']],
    ['a Persian word after it', '۱۲‌ساله', ['12'], ['۱۲']],
    ['letters before it', 'An F16, two F16s', ['f16'], ['F16', 'F16s']],
    ['an ending of its own', 'In den 1990ern', ['1990er'], ['1990ern']],
  ])(
    'given a number and %s, then that number alone, or the word it is in',
    (_, text, stems, words) => {
      expect(marked(text, ...stems)).toEqual(words);
    },
  );

  it.each([
    ['before the word', '\u00adwater', ['water'], ['water']],
    ['in the stem', 'wa\u00adter', ['water'], ['wa\u00adter']],
    ['in the ending', 'nego\u00adtia\u00adtions', ['negoti'], ['nego\u00adtia\u00adtions']],
    ['that parts a Persian ending', 'کتابخانه‌ها', ['كتابخان'], ['کتابخانه‌ها']],
    ['in a number', '2\u00ad024', ['2024'], ['2\u00ad024']],
  ])(
    'given a character that is not seen %s, then the whole word, as it is found',
    (_, text, stems, words) => {
      expect(marked(text, ...stems)).toEqual(words);
    },
  );

  it.each([
    ['the stem alone', 'In the wat', ['wat'], ['wat']],
    ['fewer letters than may follow', 'Rainy', ['rain'], ['Rainy']],
    ['a character that is not seen', 'water\u00ad', ['water'], ['water\u00ad']],
  ])('given a text that ends in %s, then the word to its end', (_, text, stems, words) => {
    expect(marked(text, ...stems)).toEqual(words);
  });

  it('given a text with the words twice, then the place of the first', () => {
    expect(markerOf(['polici', 'war']).first('A war and its policy')).toEqual([2, 5]);
    expect(markerOf(['peac']).first('A war and its policy')).toBeNull();
  });

  it('given no letters to look for, then nothing', () => {
    expect(marked('An ox', '')).toEqual([]);
    expect(marked('An ox')).toEqual([]);
    expect(markerOf(['']).first('An ox')).toBeNull();
  });

  it('given a longer word at the start, then nothing of it', () => {
    expect(marked('Warring parties', 'war')).toEqual([]);
  });

  it('given any stems and text, then spans in order that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (stems, text) => {
          let end = 0;
          for (const span of markerOf(stems).spans(text)) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            expect(span[1]).toBeGreaterThan(span[0]);
            end = span[1];
          }
        },
      ),
    );
  });
});
