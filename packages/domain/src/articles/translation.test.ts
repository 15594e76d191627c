import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { checkTranslation, type InLanguage, originalOf } from './translation.ts';

const [english, french, dari] = [idOf(1), idOf(2), idOf(3)];
const inLanguage = (id: string, language: string, translationOf: string | null = null) =>
  ({ id, language, translationOf }) satisfies InLanguage;
const original = inLanguage(english, 'en');

const codes = (article: InLanguage, of: string | null, others: InLanguage[]) => {
  const decision = checkTranslation(article, { original: of, others });
  return decision.ok ? [] : decision.reasons.map(({ code, at }) => `${code} at ${at}`);
};

describe('whether an article may be a translation', () => {
  test('given an original in another language then it may', () => {
    expect(codes(inLanguage(french, 'fr'), english, [original])).toEqual([]);
  });

  test('given itself then it may not', () => {
    expect(codes(inLanguage(french, 'fr'), french, [])).toEqual([
      'translation_of_itself at translationOf',
    ]);
  });

  test('given the language of the original, or of another translation, then it may not', () => {
    expect(codes(inLanguage(french, 'en'), english, [original])).toEqual([
      'language_taken at translationOf',
    ]);
    const other = inLanguage(dari, 'fr', english);
    expect(codes(inLanguage(french, 'fr'), english, [original, other])).toEqual([
      'language_taken at translationOf',
    ]);
  });

  test('given what it was already, saved again, then it may', () => {
    const saved = inLanguage(french, 'fr', english);
    expect(codes(saved, english, [original, saved])).toEqual([]);
  });

  test('given an article that has translations then it becomes none itself', () => {
    const other = inLanguage(dari, 'prs', english);
    expect(codes(original, french, [inLanguage(french, 'fr'), other])).toEqual([
      'has_translations at translationOf',
    ]);
  });

  test('given an original put into the language of its translation then it may not be', () => {
    const other = inLanguage(french, 'fr', english);
    expect(codes(inLanguage(english, 'fr'), null, [other])).toEqual([
      'language_taken at translationOf',
    ]);
  });

  test('given a chosen translation then its original replaces it', () => {
    expect(originalOf(inLanguage(french, 'fr', english))).toBe(english);
    expect(originalOf(original)).toBe(english);
  });
});
