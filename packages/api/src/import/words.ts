/** Letters of scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Of these, the ones whose sentences end in a space, if at all. */
const unended = /[\p{Script=Thai}\p{Script=Lao}]/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many words a text has: runs between spaces, or the words of a script without spaces. */
export function countWords(text: string): number {
  if (!unspaced.test(text))
    return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Whether a text ends as sentences do, in any script; closing quotes and brackets may follow. */
export function endsSentence(text: string): boolean {
  return /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(text);
}

/** Whether a text is mostly of a script that has no sign for the end of a sentence. */
const hasNoEnds = (text: string) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(unended)?.length ?? 0) > letters / 2;
};

/** The fewest words of prose, and the most of a heading if nothing else distinguishes them. */
const [PROSE, HEADING] = [9, 14];

/** Whether these words run like prose: a sentence or more, ended as sentences are. */
export function isProse(text: string): boolean {
  if (endsSentence(text)) return countWords(text) >= PROSE;
  return hasNoEnds(text) && countWords(text) > HEADING;
}

/** Whether these words could be a heading: short, unbroken, without a full stop. */
export function isHeadingLike(text: string): boolean {
  if (text.length > 120 || /[.,;:…。．、，；：।။។]$/u.test(text)) return false;
  const words = countWords(text);
  // Words of Chinese and Japanese are shorter, and more of them make a line.
  const most = unspaced.test(text) && !hasNoEnds(text) ? 24 : HEADING;
  return words >= 1 && words <= most;
}

/** A text by its letters and digits alone, to compare whether two say the same. */
export const lettersOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Whether two lines say the same, however they are set. */
export function sameWords(one: string, other: string): boolean {
  const letters = lettersOf(one);
  return letters !== '' && letters === lettersOf(other);
}

/** Whether a break between two lines of one paragraph is where readers see no space. */
export const joinsWithoutSpace = (before: string, after: string) => {
  const closed =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}。、，！？；：」』）]/u;
  return closed.test(before.slice(-1)) && closed.test(after.slice(0, 1));
};
