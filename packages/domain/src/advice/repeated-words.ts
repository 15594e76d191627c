import { tokensOf } from '../text/words.ts';

/** Words that are rightly written twice, by language. */
const rightly: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['had', 'that', 'is']),
  de: new Set(['die', 'der', 'das', 'sie']),
  fr: new Set(['nous', 'vous']),
  nl: new Set(['die', 'dat']),
};

export type Repeated = { words: string; start: number };

/**
 * Finds words repeated in a row ("the the"). Names may be doubled, and numbers are left alone; so
 * are scripts without spaces, which have no word boundaries.
 */
export function findRepeatedWords(text: string, language: string): Repeated[] {
  const allowed = rightly[new Intl.Locale(language).language];
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    if (next === undefined || next.start !== token.end + 1) return [];
    const word = token.text.toLowerCase();
    if (word !== next.text.toLowerCase() || !/^\p{L}{2,}$/u.test(word)) return [];
    const isName = isCapital(token.text) && isCapital(next.text);
    if (isName || allowed?.has(word)) return [];
    return [{ words: text.slice(token.start, next.end), start: token.start }];
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
