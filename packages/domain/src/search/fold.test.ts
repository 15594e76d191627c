import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';

describe('words as they are looked for', () => {
  it.each([
    ['Été à Nîmes', 'ete a nimes'],
    ['Straße, ØRSTED & Łódź', 'strasse orsted lodz'],
    ['The Council’s cross-border “deal”', 'the council cross border deal'],
    ['Ёлка и йод', 'елка и иод'.replace('иод', 'йод')],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['ﬁnance ①', 'finance 1'],
    ['  Shared   water ', 'shared water'],
    [' Été   à  Nîmes ', 'ete a nimes'],
  ])('given %s, then without case, accents and marks', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ['the yeh and kaf of Persian and Arabic keyboards', 'یک کتاب', 'يك كتاب'],
    ['vowel signs and the lengthening stroke', 'مُحَمَّــد', 'محمد'],
    ['alefs and hamzas', 'آب أمر إلى مسؤول', 'اب امر الي مسوول'],
    ['the mark that parts Persian words', 'می‌خواهد', 'مي خواهد'],
    ['Arabic and Persian digits', '١٤٠٣ ۱۴۰۳', '1403 1403'],
    ['presentation forms', 'ﻻ', 'لا'],
    ['Hebrew points and last letters', 'שָׁלוֹם', 'שלומ'],
    ['a Hebrew abbreviation', 'צה״ל צה"ל', 'צהל צהל'],
    ['a Pashto yeh', 'ولسي ولسۍ', 'ولسي ولسي'],
  ])('given %s, then one form', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('given a script without spaces, then each character', () => {
    expect(foldText('水资源 law')).toBe('水 资 源 law');
  });

  it('given anything, then words with one space between, and the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const folded = foldText(text);
        expect(folded).not.toMatch(/^ | $| {2}|["'’<>&]/);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});
