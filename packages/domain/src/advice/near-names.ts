import { tokensOf } from '../text/words.ts';

export type NearName = { words: string; start: number; name: string };

/** Shorter words are too often one letter from another. */
const shortestSingle = 6;
const shortestPart = 4;

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * Words that are nearly a name which the journal knows: one that is alike but for a letter or two. Of a
 * name of several words, the others have to be the same.
 */
export function findNearNames(text: string, names: readonly string[]): NearName[] {
  const known = indexNames(names);
  const tokens = tokensOf(text);
  const found: NearName[] = [];
  let from = 0;
  while (from < tokens.length) {
    const near = isCapital(tokens[from]?.text ?? '') ? nearAt(text, tokens, from, known) : null;
    if (near === null) {
      from += 1;
      continue;
    }
    if (near.name !== null) found.push({ words: near.words, start: near.start, name: near.name });
    from += near.length;
  }
  return found;
}

type Tokens = ReturnType<typeof tokensOf>;
type Part = { word: string; at: number; name: string };
type Known = {
  whole: ReadonlySet<string>;
  longest: number;
  /** Names with one of their words left out, and that word. */
  gaps: ReadonlyMap<string, Part[]>;
  /** Single names, by what is left of them without one of their letters. */
  single: ReadonlyMap<string, string[]>;
  words: ReadonlySet<string>;
};

function indexNames(names: readonly string[]): Known {
  const gaps = new Map<string, Part[]>();
  const single = new Map<string, string[]>();
  const whole = new Set<string>();
  const words = new Set<string>();
  let longest = 1;
  const put = <Value>(map: Map<string, Value[]>, key: string, value: Value) => {
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else values.push(value);
  };
  for (const name of new Set(names)) {
    const parts = wordsOf(name);
    whole.add(parts.join(' '));
    for (const part of parts) words.add(part);
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && only.length >= shortestSingle)
      for (const key of [only, ...withoutOne(only)]) put(single, key, only);
    if (parts.length < 2 || parts.length > 4) continue;
    longest = Math.max(longest, parts.length);
    for (const [at, word] of parts.entries())
      if (word.length >= shortestPart) put(gaps, gapKey(parts, at), { word, at, name });
  }
  return { whole, longest, gaps, single, words };
}

const wordsOf = (name: string): string[] =>
  tokensOf(name.normalize('NFC'))
    .map(({ text }) => text)
    .filter((word) => /\p{L}/u.test(word));

const gapKey = (words: readonly string[], at: number) => JSON.stringify(words.with(at, '*'));

/** The name that begins here: a known one (`name` null), a nearly known one, or neither. */
function nearAt(text: string, tokens: Tokens, from: number, known: Known) {
  const first = tokens[from];
  if (first === undefined) return null;
  for (let length = known.longest; length > 1; length--) {
    const window = tokens.slice(from, from + length);
    const last = window.at(-1);
    if (window.length < length || last === undefined) continue;
    const words = window.map((token) => token.text);
    const found = { words: text.slice(first.start, last.end), start: first.start, length };
    if (known.whole.has(words.join(' '))) return { ...found, name: null };
    for (const [at, word] of words.entries())
      for (const part of known.gaps.get(gapKey(words, at)) ?? [])
        if (isNear(word, part.word)) return { ...found, name: part.name };
  }
  return nearSingle(first, known);
}

function nearSingle({ text: word, start }: Tokens[number], { single, words }: Known) {
  if (word.length < shortestSingle - 1 || words.has(word)) return null;
  for (const key of [word, ...withoutOne(word)])
    for (const name of single.get(key) ?? [])
      if (name[0] === word[0] && isNear(word, name)) return { words: word, start, name, length: 1 };
  return null;
}

const withoutOne = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** One letter apart, or two in a long word. An ending, as of a genitive, is no mistake. */
function isNear(word: string, name: string): boolean {
  if (word === name || word.startsWith(name) || name.startsWith(word)) return false;
  if (!isCapital(word) && isCapital(name)) return false;
  const most = Math.min(word.length, name.length) >= 8 ? 2 : 1;
  return Math.abs(word.length - name.length) <= most && distance(word, name) <= most;
}

/** How many letters have to be put in, taken out, changed or swapped. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
