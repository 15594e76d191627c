/** How much of the right text came in, and how much of what came in is right. */
export type Score = { recall: number; precision: number };

/** Letters that are written without spaces are compared one by one, all others word by word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const token = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\u00AD/g, '')
    .toLowerCase()
    .match(token) ?? [];

const counted = (list: string[]) => {
  const counts = new Map<string, number>();
  for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
};

/** How many of a list's tokens a bag has, which gives each away once. */
function take(bag: Map<string, number>, list: string[]): { taken: number; rest: string[] } {
  const rest: string[] = [];
  for (const each of list) {
    const left = bag.get(each) ?? 0;
    if (left > 0) bag.set(each, left - 1);
    else rest.push(each);
  }
  return { taken: list.length - rest.length, rest };
}

/** `optional` is what may come in or stay out: captions, lines about the author. */
export function scoreText(found: string, right: string, optional: string): Score {
  const expected = tokens(right);
  const got = tokens(found);
  const { taken, rest } = take(counted(expected), got);
  const wrong = take(counted(tokens(optional)), rest).rest.length;
  return {
    recall: expected.length === 0 ? 1 : taken / expected.length,
    precision: taken + wrong === 0 ? 1 : taken / (taken + wrong),
  };
}

/** Two sayings of one headline or name: letters and figures alone, whatever their case. */
export const sameWords = (one: string, other: string) =>
  tokens(one).join(' ') === tokens(other).join(' ');
