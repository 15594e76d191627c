import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalsOf, compoundsOf, isInCapitals, joinedWords, spellingsOf } from './compounds.ts';
import { foldText } from './fold.ts';

describe('what a text writes in one of several ways', () => {
  it.each([
    ['The cease-fire held, the re‑election too.', 'ceasefire reelection'],
    ['A P-8A and a P8A over F-16s', 'p8a p8 f16s f16'],
    ['COVID-19, UNSCR-1325', 'covid19 unscr1325'],
    ['می‌خواهد و کتاب‌ها', 'ميخواهد كتابها'],
    ['The U.S. and the U.N.', 'us un'],
    ['A take-it-or-leave-it offer - or none', ''],
    ['2024-25 is 2.5 or 3rd', '202425'],
    ['Plain words', ''],
    ['An air-to-air missile', 'airtoair'],
    ['A take-it-or-leave-it cease-fire', 'ceasefire'],
    ['水-资源', ''],
    ['ـ-ـ آتش‌بس', 'اتشبس'],
    ['An MQ-9B, a CH-47SD', 'mq9b mq9 ch47sd ch47'],
    ['A P8A overhead', 'p8'],
    ['A½B and a P8A', 'p8'],
    ['A P-8abc', 'p8abc'],
    ['A 3d-2x lens', '3d2x'],
  ])('%s', (text, joined) => {
    expect(compoundsOf(text)).toBe(joined);
  });

  it.each([
    ['The EU and the WHO’s UN-led AI', 'eu who un ai'],
    ['U.S. A Word OECD2 iPhone', 'oecd2 us'],
    ['I am', ''],
    ['ЕС и ООН', 'ес оон'],
  ])('in capitals: %s', (text, capitals) => {
    expect(capitalsOf(text)).toBe(capitals);
  });
});

describe('a typed word, and its other spellings', () => {
  it.each([
    ['cease-fire', 'ceasefire', ['cease fire']],
    ['ceasefire', 'ceasefire', []],
    ['P-8A', 'p8a', ['p 8a', 'p8']],
    ['p8', 'p8', ['p 8']],
    ['covid19', 'covid19', ['covid 19']],
    ['cease-fire talks', 'cease fire talks', ['ceasefire talks']],
    ['می‌خواهد', 'ميخواهد', ['مي خواهد']],
    ['U.S.', 'us', ['u s']],
    ['WHO', 'who', []],
    ['水资源', '水 资 源', []],
    ['one-two-three-four', 'one two three four', []],
    ['(cease-fire),', 'ceasefire', ['cease fire']],
    ['--cease-fire--', 'ceasefire', ['cease fire']],
    ['cease--fire', 'cease fire', []],
    ['p8a', 'p8a', ['p 8a', 'p8']],
    ['p8abc', 'p8abc', []],
    ['4x4', '4x4', []],
  ])('%s', (typed, words, others) => {
    expect(spellingsOf(typed)).toEqual({ words, others });
  });

  it('is in capitals where each of its letters is, and there are two', () => {
    expect(['WHO', 'EU', 'U.S.', 'G7', 'ООН'].filter(isInCapitals)).toEqual([
      ...['WHO', 'EU', 'U.S.', 'ООН'],
    ]);
    expect(['Will', 'I', 'iOS', '', 'F-16', 'کتاب'].filter(isInCapitals)).toEqual([]);
  });

  it.each([
    ['two words', 'cease', 'fire', 'ceasefire'],
    ['two letters', 'a', 'b', 'ab'],
    ['a word and a number', 'covid', '19', 'covid19'],
    ['40 letters', 'a'.repeat(20), 'b'.repeat(20), 'a'.repeat(20) + 'b'.repeat(20)],
    ['41 letters', 'a'.repeat(20), 'b'.repeat(21), null],
    ['one letter', '', 'a', null],
    ['a mark before them', '“cease', 'fire', null],
    ['a mark between them', 'cease.', 'fire', null],
    ['a mark after them', 'cease', 'fire!', null],
    ['a script without spaces', '水', '资', null],
  ])('given %s one after the other, then what they are together', (_, one, next, joined) => {
    expect(joinedWords(one, next)).toBe(joined);
  });

  it('is found by what its text is written as, whichever way', () => {
    const part = fc.stringMatching(/^[a-z]{2,6}$/);
    fc.assert(
      fc.property(part, part, (one, next) => {
        const written = [`${one}-${next}`, `${one}\u2011${next}`];
        for (const text of written) {
          expect(compoundsOf(text)).toBe(one + next);
          expect(spellingsOf(text).words).toBe(one + next);
        }
        expect(joinedWords(one, next)).toBe(foldText(one + next));
      }),
    );
  });
});
