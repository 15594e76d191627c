import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
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
  ])('given “%s” and %j, then %j', (text, stems, words) => {
    expect(marked(text, ...stems)).toEqual(words);
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

describe('the sentence of a match', () => {
  const text = 'The council met. Ostrava will not sign before the rains. The talks go on.';

  it('given a match, then its sentence alone, with every match in it', () => {
    expect(excerptOf(text, markerOf(['rain', 'ostrava']), 'en')).toEqual({
      text: 'Ostrava will not sign before the rains.',
      marks: [
        [0, 7],
        [33, 38],
      ],
    });
    expect(excerptOf(text, markerOf(['snow']), 'en')).toBeNull();
  });

  it('given a heading, a caption and a paragraph, then no sentence runs from one into another', () => {
    const blocks = 'What Ostrava wants\nOstrava will not sign\nThe quay at Ostrava, in spring';
    for (const [word, text] of [
      ['want', 'What Ostrava wants'],
      ['sign', 'Ostrava will not sign'],
      ['quay', 'The quay at Ostrava, in spring'],
    ] as const)
      expect(excerptOf(blocks, markerOf([word]), 'en')?.text).toBe(text);
  });

  it('given a sentence without an end, then cut at words', () => {
    const long = `${'and so on '.repeat(100)}until the rains came ${'and on '.repeat(100)}`;
    const found = excerptOf(long, markerOf(['rain']), 'en');
    expect(found?.text).toMatch(/^…(so|on|and) .* until the rains came .*(and|on)…$/);
    expect(found?.text.length).toBeLessThan(560);
  });
});
