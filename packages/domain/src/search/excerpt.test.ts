import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { markerOf } from './mark-matches.ts';

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

  it('given a match far into a text, then its sentence whole and alone', () => {
    const before = 'The council met again. '.repeat(20);
    const after = ' The talks go on.'.repeat(20);
    const text = `${before}Ostrava fears the rains.${after}`;
    expect(excerptOf(text, markerOf(['rain']), 'en')).toEqual({
      text: 'Ostrava fears the rains.',
      marks: [[18, 23]],
    });
  });

  it('given 240 characters around the match, then all of them; given one more, then cut at a word', () => {
    const of = (text: string) => excerptOf(text, markerOf(['rain']), 'en')?.text;
    const [before, after] = ['ab '.repeat(80), ' ab'.repeat(80)];
    expect(of(`${before}rain`)).toBe(`${before}rain`);
    expect(of(`c${before}rain`)).toBe(`…${'ab '.repeat(79)}rain`);
    expect(of(`rain${after}`)).toBe(`rain${after}`);
    expect(of(`rain${after}c`)).toBe(`rain${' ab'.repeat(79)}…`);
  });

  it('given a text with spaces around it, then its sentence without them', () => {
    expect(excerptOf('\u00a0 The rains came. \n', markerOf(['rain']), 'en')).toEqual({
      text: 'The rains came.',
      marks: [[4, 9]],
    });
  });

  it('given several spaces where it is cut, then none next to the ellipsis', () => {
    const of = (text: string) => excerptOf(text, markerOf(['rain']), 'en')?.text;
    expect(of(`${'b'.repeat(300)}   so much rain`)).toBe('…so much rain');
    expect(of(`rain so much   ${'b'.repeat(300)}`)).toBe('rain so much…');
  });

  it.each([
    ['none', '水', `…${'山'.repeat(240)}水${'山'.repeat(240)}…`],
    ['one before the match', ' 水', `…水${'山'.repeat(240)}…`],
    ['one after it', '水 ', `…${'山'.repeat(240)}水…`],
  ])(
    'given a script with hardly a space, here %s, then what matched is kept',
    (_, match, shown) => {
      const letters = '山'.repeat(300);
      const found = excerptOf(`${letters}${match}${letters}`, markerOf(['水']), 'zh');
      const at = shown.indexOf('水');
      expect(found).toEqual({ text: shown, marks: [[at, at + 1]] });
    },
  );
});
