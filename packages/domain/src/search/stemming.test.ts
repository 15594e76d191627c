import { describe, expect, test } from 'vitest';
import { stemmingOf } from './stemming.ts';

describe('what stems the words of a language', () => {
  test.each([
    ['ar', 'arabic'],
    ['ca', 'catalan'],
    ['da', 'danish'],
    ['de', 'german'],
    ['el', 'greek'],
    ['en', 'english'],
    ['es', 'spanish'],
    ['eu', 'basque'],
    ['fi', 'finnish'],
    ['fr', 'french'],
    ['ga', 'irish'],
    ['hi', 'hindi'],
    ['hu', 'hungarian'],
    ['hy', 'armenian'],
    ['id', 'indonesian'],
    ['it', 'italian'],
    ['lt', 'lithuanian'],
    ['nb', 'norwegian'],
    ['ne', 'nepali'],
    ['nl', 'dutch'],
    ['nn', 'norwegian'],
    ['no', 'norwegian'],
    ['pt', 'portuguese'],
    ['ro', 'romanian'],
    ['ru', 'russian'],
    ['sr', 'serbian'],
    ['sv', 'swedish'],
    ['ta', 'tamil'],
    ['tr', 'turkish'],
    ['yi', 'yiddish'],
  ])('given %s, then %s', (language, stemming) => {
    expect(stemmingOf(language)).toBe(stemming);
  });

  test.each([
    ['a region', 'pt-BR', 'portuguese'],
    ['a script and a region', 'sr-Latn-RS', 'serbian'],
    ['capitals', 'EN-GB', 'english'],
  ])('given a language with %s, then what stems that language', (_, language, stemming) => {
    expect(stemmingOf(language)).toBe(stemming);
  });

  test.each([['fa'], ['zh-Hant'], ['und'], ['enm'], [''], ['constructor']])(
    'given %j, for which there is none, then words are left as they are',
    (language) => {
      expect(stemmingOf(language)).toBe('simple');
    },
  );
});
