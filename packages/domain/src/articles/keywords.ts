import { withoutMarks } from '../text/without-marks.ts';

const SHORTEST = 5;
const LONGEST = 7;
const MOST = 30;

/**
 * The words by which articles on the same subject are recognised: those of five letters and more,
 * without accents and endings (their first seven letters), each once. In scripts without spaces,
 * words of two characters count.
 */
export function extractKeywords(text: string, language: string): string[] {
  const words = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => withoutMarks(segment).toLowerCase())
    .map((word) => /^\p{L}*/u.exec(word)?.[0] ?? '')
    .filter((word) => word.length >= shortestIn(word))
    .map((word) => word.slice(0, LONGEST));
  return [...new Set(words)].slice(0, MOST);
}

const shortestIn = (word: string): number =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)
    ? 2
    : SHORTEST;
