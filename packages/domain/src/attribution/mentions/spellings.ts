import { foldMention } from '../fold-mention.ts';

/** Spellings of non-ASCII letters in ASCII, in addition to the one that folding produces. */
const RESPELLED: readonly Readonly<Record<string, string>>[] = [
  {
    ...{ ø: 'oe', ö: 'oe', ő: 'oe', å: 'aa', ä: 'ae', ü: 'ue', ű: 'ue', æ: 'a', œ: 'o', ß: 's' },
    ...{ þ: 't', ð: 'dh', đ: 'dj', ŋ: 'ng', ə: 'a' },
  },
  // By their looks.
  { þ: 'p', ß: 'b' },
];
/** Two letters for one, in words too short for folding to make them one. */
const DIGRAPHS: Readonly<Record<string, string>> = { ae: 'a', oe: 'o', ue: 'u', aa: 'a', ss: 's' };
const DIGRAPH = /ae|oe|ue|aa|ss/g;
/** It parts Persian words that are one, where others leave a space or nothing. */
const ZERO_WIDTH_NON_JOINER = '\u200C';
const INNER_MARKS = /['’‘`´ʹʼʻʾʿʽ′-]/g;

/**
 * The ways in which a word of a name may be written, each of which folds to something else: with and
 * without the marks inside it, and as ASCII writes its letters. The first is the word as it is.
 */
export function spellingsOf(word: string): string[] {
  const whole = word.normalize('NFC');
  const small = whole.toLowerCase();
  const joined = whole.replace(INNER_MARKS, '');
  const respelled = RESPELLED.map((letters) =>
    Array.from(small, (letter) => letters[letter] ?? letter)
      .join('')
      .replace(INNER_MARKS, ''),
  );
  const contracted = small.replace(DIGRAPH, (pair) => DIGRAPHS[pair] ?? pair);
  const parted = whole.replaceAll(ZERO_WIDTH_NON_JOINER, ' ');
  return distinctByFold([whole, joined, parted, ...respelled, contracted]);
}

/** Prefixes that Arabic and Hebrew join to the next word: and, to, in, so; and, to, in, of, that, the. */
const PREFIXES: readonly [RegExp, string][] = [
  [/^\p{Script=Arabic}/u, 'ولبف'],
  [/^\p{Script=Hebrew}/u, 'ולבמשה'],
];

/** A word with each of the prefixes that its script writes together with it. */
export function withPrefixes(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const prefixes = PREFIXES.find(([script]) => script.test(word))?.[1] ?? '';
    return [word, ...Array.from(prefixes, (prefix) => prefix + word)];
  });
}

/** Those of some texts that fold to different words, in their order; none that folds to nothing. */
function distinctByFold(texts: readonly string[]): string[] {
  const seen = new Set(['']);
  return texts.filter((text) => {
    const folded = foldMention(text);
    return !seen.has(folded) && seen.add(folded);
  });
}

/** Letters of the alphabet that pass for others: IIya, llya, 1lya, Rnarek. */
const LOOK_ALIKES: readonly [RegExp, string][] = [
  [/I/g, 'l'],
  [/i/gi, 'l'],
  [/l/g, 'i'],
  [/m/gi, 'rn'],
  [/rn/g, 'm'],
  [/w/gi, 'vv'],
  [/d/g, 'cl'],
  [/cl/g, 'd'],
];

/** A name with one kind of its letters put for another that looks like it, within the alphabet. */
export function lookAlikesOf(text: string): string[] {
  return LOOK_ALIKES.map(([letter, other]) => text.replace(letter, other)).filter(
    (each) => each !== text,
  );
}

/** Every choice of one from each list, up to a limit; those of the first choices come first. */
export function combinations(lists: readonly (readonly string[])[], limit: number): string[][] {
  return lists.reduce<string[][]>(
    (begun, list) => list.flatMap((each) => begun.map((words) => [...words, each])).slice(0, limit),
    [[]],
  );
}
