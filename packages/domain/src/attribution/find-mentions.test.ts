import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containsNeedle, findMentions, prepareNeedles } from './find-mentions.ts';
import { foldMention } from './fold-mention.ts';
import type { Needle } from './needle.ts';

const words = (text: string, rest: Partial<Needle> = {}): Needle => ({
  text,
  within: 'words',
  certainty: 'certain',
  capitalised: false,
  ...rest,
});
const letters = (text: string): Needle => words(text, { within: 'letters', certainty: 'possible' });
const found = (text: string, ...needles: Needle[]) =>
  findMentions(text, needles).map(({ needle, ...match }) => ({ ...match, text: needle.text }));

describe('where needles are', () => {
  test('given words then each place is answered with its offsets in the original', () => {
    expect(found('Marek, and M\u00ADarek&#39;s %4Darek; Mareks.', words('marek'))).toEqual([
      { start: 0, end: 5, words: 'Marek', text: 'marek' },
      { start: 11, end: 17, words: 'M\u00ADarek', text: 'marek' },
      { start: 24, end: 31, words: '%4Darek', text: 'marek' },
    ]);
  });

  test('given letters then they are found in a word and across words', () => {
    expect(found('#saysilyamarektoday; I l y a  M.a.r.e.k!', letters('ilyamarek'))).toEqual([
      { start: 5, end: 14, words: 'ilyamarek', text: 'ilyamarek' },
      { start: 21, end: 39, words: 'I l y a  M.a.r.e.k', text: 'ilyamarek' },
    ]);
  });

  test('given matches within others then the most certain of the same words is left', () => {
    const possible = { certainty: 'possible' } as const;
    const inOthers = [words('marek', possible), letters('ilyamarek'), words('ilya marek')];
    expect(found('Ilya Marek; Marek', ...inOthers).map(({ text }) => text)).toEqual([
      'ilya marek',
      'marek',
    ]);
    // A possible one that is longer takes nothing from a certain one.
    expect(
      found('Ilya Marek', words('ilya marek', possible), words('marek')).map(({ text }) => text),
    ).toEqual(['ilya marek', 'marek']);
  });

  test('given needles of two owners then what one finds hides nothing of the other', () => {
    const of = (owner: string, text: string) => ({ ...words(text), owner });
    const needles = [of('a', 'ilya marek'), of('b', 'marek'), of('a', 'marek')];
    const matches = findMentions(
      'Ilya Marek',
      prepareNeedles(needles, ({ owner }) => owner),
    );
    expect(matches.map(({ needle }) => `${needle.owner} ${needle.text}`)).toEqual([
      'a ilya marek',
      'b marek',
    ]);
  });

  test('given needles that were prepared then they find the same', () => {
    const needles = [words('ilya marek'), letters('ilyamarek'), words('marek')];
    const text = 'Ilya Marek and ilyamarek and Marek';
    const prepared = prepareNeedles(needles, () => null);
    expect(findMentions(text, prepared)).toEqual(findMentions(text, needles));
  });
});

describe('words that need a capital', () => {
  const capitalised = { capitalised: true } as const;

  test.each([
    ['Young said', 1],
    ['YOUNG said', 1],
    ['the young said', 0],
    ['young', 0],
    ['see /people/young', 1],
    ['see https://a.example/people/young?page=2', 1],
    ['see /young-people', 0],
    ['young/speeches', 1],
    ['speeches/young', 1],
    ['#young', 1],
    ['write to young@a.example', 1],
    ['write to will.young@a.example', 1],
    ['by @young', 1],
    ['a%2Fyoung', 0],
  ])('given %j then it is found %i times', (text, times) => {
    expect(found(text, words('young', capitalised))).toHaveLength(times);
  });

  test('given several words then each has one, but particles and what follows an apostrophe', () => {
    const needles = [
      words('i may', capitalised),
      words('j de sa', capitalised),
      words('i sa d', capitalised),
    ];
    const in_ = (text: string) => found(text, ...needles).map(({ text: needle }) => needle);
    expect(in_('I may go')).toEqual([]);
    expect(in_('I. May went')).toEqual(['i may']);
    expect(in_('J. de Sá went')).toEqual(['j de sa']);
    expect(in_('I. Saʿd went')).toEqual(['i sa d']);
    expect(found('ten men', words('ten', capitalised))).toEqual([]);
    expect(found('Mr Ten', words('ten', capitalised))).toHaveLength(1);
  });

  test('given a script without capitals then it needs none', () => {
    expect(found('სორენი', words('სორენი', capitalised))).toHaveLength(1);
    expect(found('소렌', words(foldMention('소렌'), capitalised))).toHaveLength(1);
  });
});

describe('the query in SQL', () => {
  const text = fc
    .array(fc.constantFrom('il', 'ya', ' ', 'marek', '-', 'Ø', 'oe', '1', '王'))
    .map((parts) => parts.join(''));
  const needle = fc
    .tuple(text, fc.constantFrom<Needle['within']>('words', 'letters'))
    .map(([from, within]) => {
      const folded = foldMention(from);
      return words(within === 'words' ? folded : folded.replaceAll(' ', ''), { within });
    })
    .filter((each) => each.text !== '');

  test('given any text and needle then it is contained where it is found, and only there', () => {
    fc.assert(
      fc.property(text, needle, (original, each) => {
        const isFound = findMentions(original, [each]).length > 0;
        expect(containsNeedle(foldMention(original), each)).toBe(isFound);
      }),
    );
  });

  test('given a word within another then only its letters are contained', () => {
    expect(containsNeedle('ilya mareks', words('marek'))).toBe(false);
    expect(containsNeedle('ilya mareks', letters('ilyamarek'))).toBe(true);
    expect(containsNeedle('marek', words('marek'))).toBe(true);
  });
});
