import { alignTokens, spacedTokens } from '@viewpoints/domain/text/diff-words';
import { isCommentMark, type Json, type JsonMark } from './suggestions/json.ts';

/** The words of one block, and the comments on each of their characters. */
type Line = { text: string; ids: Ids };
type Ids = readonly (readonly string[])[];

const none: readonly string[] = [];

/**
 * A text without marks of comments, as a saved one is, with those that are in the text it replaces: on
 * the words that stay, and on what is written between two words of the same comment.
 */
export function carryComments(before: readonly Json[], after: readonly Json[]): Json[] {
  const old = linesOf(before);
  if (!old.some(({ ids }) => ids.some((each) => each.length > 0))) return [...after];
  const kept: string[] = [];
  const carried = carryLines(old, linesOf(after), kept);
  const [were, are] = [old.flatMap(({ ids }) => ids.flat()), kept].map(countEach);
  // A "the" that is left of a sentence is not the sentence.
  const isLeft = (id: string) => 2 * (are?.get(id) ?? 0) >= (were?.get(id) ?? 0);
  const left = carried.map(
    ({ text, ids }): Line => ({
      text,
      ids: ids.map((each) => each.filter(isLeft)),
    }),
  );
  const lost = [...(were?.keys() ?? [])].filter((id) => !isLeft(id));
  const placed = lost.reduce<Line[]>((lines, id) => placeMoved(old, lines, id), left);
  let at = 0;
  return markLines(after, () => placed[at++]?.ids ?? []);
}

/** Puts a comment on its words where they are elsewhere now, and only there, as before. */
function placeMoved(old: readonly Line[], now: Line[], id: string): Line[] {
  const [line, ...others] = old.filter(({ ids }) => ids.some((each) => each.includes(id)));
  if (line === undefined || others.length > 0) return now;
  const first = line.ids.findIndex((each) => each.includes(id));
  const last = line.ids.findLastIndex((each) => each.includes(id));
  const words = line.text.slice(first, last + 1);
  const [place] = placesOf(now, words);
  if (placesOf(old, words).length !== 1 || placesOf(now, words).length !== 1) return now;
  return now.map((each, index) => {
    if (index !== place?.line) return each;
    const isOn = (at: number) => at >= place.at && at < place.at + words.length;
    return { ...each, ids: each.ids.map((ids, at) => (isOn(at) ? [...ids, id] : ids)) };
  });
}

function placesOf(lines: readonly Line[], words: string): { line: number; at: number }[] {
  return lines.flatMap(({ text }, line) => {
    const places: { line: number; at: number }[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      places.push({ line, at });
    return places;
  });
}

/** How often each comment is in a list: on how many characters it is. */
function countEach(ids: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

/** Every line of a text, in the order in which `markLines` visits them. */
function linesOf(nodes: readonly Json[]): Line[] {
  return nodes.flatMap((node) => {
    const content = node.content ?? [];
    const within = linesOf(content.filter((child) => child.type !== 'text'));
    return content.some(isText) ? [lineOf(content), ...within] : within;
  });
}

const isText = (node: Json): boolean => node.type === 'text';

function lineOf(content: readonly Json[]): Line {
  const texts = content.filter(isText);
  return {
    text: texts.map(({ text = '' }) => text).join(''),
    ids: texts.flatMap(commentsOn),
  };
}

/** The comments on each character of a run of text. */
export function commentsOn({ text = '', marks = [] }: Json): string[][] {
  const ids = marks.filter(isCommentMark).map(({ attrs }) => attrs.id);
  return Array.from({ length: text.length }, () => ids);
}

/**
 * The same lines with the comments of those before them. Equal lines are matched first.
 * @param kept collects the comments of every character that stays
 */
function carryLines(old: readonly Line[], now: readonly Line[], kept: string[]): Line[] {
  const textsOf = (lines: readonly Line[]) => lines.map(({ text }) => text);
  const carried: Line[] = [];
  let [i, j] = [0, 0];
  const same = alignTokens(textsOf(old), textsOf(now)) ?? [];
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    carried.push(...carryWords(old.slice(i, a), now.slice(j, b), kept));
    const unchanged = old[a];
    if (unchanged !== undefined) {
      carried.push(unchanged);
      addAll(kept, unchanged.ids);
    }
    [i, j] = [a + 1, b + 1];
  }
  return carried;
}

/** One by one: many comments on a long line are more than a call takes arguments. */
function addAll(kept: string[], ids: readonly (readonly string[])[]): void {
  for (const own of ids) for (const id of own) kept.push(id);
}

/** Lines that were changed, divided or joined: the words of all of them are compared. */
function carryWords(old: readonly Line[], now: readonly Line[], kept: string[]): Line[] {
  const [before, after] = [old.flatMap(wordsOf), now.flatMap(wordsOf)];
  const plain = (words: readonly Line[]) => words.map(({ text }) => text.trim());
  const ids: Ids[] = after.map(({ text }) => Array.from({ length: text.length }, () => none));
  const pairs = alignTokens(plain(before), plain(after)) ?? [];
  for (const [a, b] of pairs) {
    const [from, to] = [before[a], after[b]];
    if (from === undefined || to === undefined) continue;
    // The spaces before a word may be others. Counted from its end, letters are where they were.
    const own = Array.from({ length: to.text.length }, (_, at) => {
      const counterpart = from.text.length - to.text.length + at;
      return from.ids[Math.max(0, counterpart)] ?? none;
    });
    ids[b] = own;
    addAll(kept, own);
  }
  fillBetween(ids, pairs);
  let at = 0;
  return now.map((line) => {
    const count = wordsOf(line).length;
    const own = ids.slice(at, at + count).flat();
    at += count;
    return { text: line.text, ids: own };
  });
}

/** Gives new words the comments that both the unchanged word before and the one after them have. */
function fillBetween(ids: Ids[], pairs: readonly [number, number][]): void {
  for (const [at, [, b]] of pairs.entries()) {
    const next = pairs[at + 1]?.[1];
    if (next === undefined || next === b + 1) continue;
    const [left, right] = [ids[b]?.at(-1) ?? none, ids[next]?.at(-1) ?? none];
    const both = left.filter((id) => right.includes(id));
    for (let between = b + 1; between < next; between += 1)
      ids[between] = (ids[between] ?? []).map(() => both);
  }
}

function wordsOf({ text, ids }: Line): Line[] {
  let at = 0;
  return spacedTokens(text).map((word) => {
    const own = ids.slice(at, at + word.length);
    at += word.length;
    return { text: word, ids: own };
  });
}

/**
 * The same nodes with other comments on the characters of each line. The mark is put after all others,
 * so that what is inside a link stays inside it.
 */
export function markLines(
  nodes: readonly Json[],
  next: (content: readonly Json[]) => readonly (readonly string[])[],
): Json[] {
  return nodes.map((node) => {
    const { content } = node;
    if (content === undefined) return node;
    const ids = content.some(isText) ? next(content) : [];
    let at = 0;
    const marked = content.flatMap((child): Json[] => {
      if (!isText(child)) return markLines([child], next);
      const own = ids.slice(at, at + (child.text ?? '').length);
      at += (child.text ?? '').length;
      return withComments(child, own);
    });
    return { ...node, content: marked };
  });
}

/** A run of text, cut where its comments change. */
function withComments(node: Json, ids: readonly (readonly string[])[]): Json[] {
  const { text = '', marks: all = [], ...rest } = node;
  const others = all.filter((mark) => !isCommentMark(mark));
  const runs: Json[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && keyOf(ids[at]) === keyOf(ids[start])) continue;
    const comments = [...(ids[start] ?? [])].map((id) => ({ type: 'comment', attrs: { id } }));
    const marks: JsonMark[] = [...others, ...comments];
    const run = { ...rest, text: text.slice(start, at) };
    runs.push(marks.length > 0 ? { ...run, marks } : run);
    start = at;
  }
  return runs;
}

const keyOf = (ids: readonly string[] | undefined): string => [...(ids ?? [])].sort().join();
