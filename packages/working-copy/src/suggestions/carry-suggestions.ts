import { alignTokens, spacedTokens } from '@viewpoints/domain/text/diff-words';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  attributesIn,
  formatsOf,
  insertedBy,
  isCommentMark,
  isSuggestionMark,
  type Json,
  joinRuns,
  markedBy,
  withAttributes,
  withMarks,
} from './json.ts';
import { pairChanged } from './pair-changed.ts';
import { suggestedBreak, suggestionAttributes, writeKey } from './suggestion.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/** A character, or a node in the line such as a note. */
type Unit = { node: Json; char: string };

/** A suggested insertion, and after how many units of the text without suggestions it comes. */
type Inserted = { after: number; node: Json };

/**
 * Carries the suggestions of a line over to what a save made of it: deletions and formats on the letters
 * that are left, insertions after the letters that they came after. A suggestion is removed if the save
 * deleted every letter that it would have deleted or formatted.
 * @param before with its suggestions
 * @param after without any, as it was saved
 */
export function carryInLine(before: readonly Json[], after: readonly Json[]): Json[] {
  const { units: old, inserted } = unitsOf(before);
  const now = unitsOf(after).units;
  const same = pairsOf(old, now);
  const placeOf = new Map([...same, ...changedNotes(old, now, same)]);
  const marksFor = new Map([...placeOf].map(([from, to]) => [to, old[from]] as const));
  const removed = removedSuggestions(old, (at) => placeOf.has(at));
  const added = new Map<number, Json[]>();
  for (const { after: count, node } of inserted) {
    const key = insertedBy(node);
    if (key !== null && removed.has(writeKey(key))) continue;
    const at = placeFor(count, old.length, placeOf);
    added.set(at, [...(added.get(at) ?? []), node]);
  }
  const result: Json[] = [...(added.get(0) ?? [])];
  for (const [at, unit] of now.entries()) {
    result.push(withSuggestions(unit.node, marksFor.get(at)?.node));
    result.push(...(added.get(at + 1) ?? []));
  }
  return joinRuns(result);
}

/** After how many units of the saved line an insertion comes, from its place in the line before. */
function placeFor(count: number, length: number, placeOf: ReadonlyMap<number, number>): number {
  for (let at = count - 1; at >= 0; at -= 1) {
    const to = placeOf.get(at);
    if (to !== undefined) return to + 1;
  }
  for (let at = count; at < length; at += 1) {
    const to = placeOf.get(at);
    if (to !== undefined) return to;
  }
  return 0;
}

/** The suggestions to delete or format letters none of which is left. */
function removedSuggestions(old: readonly Unit[], isLeft: (at: number) => boolean): Set<string> {
  const [had, left] = [new Set<string>(), new Set<string>()];
  for (const [at, { node }] of old.entries())
    for (const key of [markedBy(node, 'deletion'), ...formatsOf(node)])
      if (key !== null) {
        had.add(writeKey(key));
        if (isLeft(at)) left.add(writeKey(key));
      }
  return new Set([...had].filter((name) => !left.has(name)));
}

/** A unit of the saved line with what is suggested of the same unit before the save. */
function withSuggestions(node: Json, before: Json | undefined): Json {
  if (before === undefined) return node;
  if (node.type !== 'text')
    return nameOf(node) === nameOf(before) ? before : keepInNote(before, node);
  const suggested = (before.marks ?? []).filter(isSuggestionMark);
  return suggested.length > 0 ? withMarks(node, [...(node.marks ?? []), ...suggested]) : node;
}

/** A note that a save changed, with the suggestions that are about it or in its words. */
function keepInNote(before: Json, after: Json): Json {
  const note = withSuggestedAttributes(after, before);
  const content = carryInLine(before.content ?? [], after.content ?? []);
  return content.length > 0 ? { ...note, content } : note;
}

/** A node with what is suggested of it as a whole in another one. */
export function withSuggestedAttributes(node: Json, before: Json): Json {
  const suggested = Object.entries(attributesIn(before)).filter(([name]) =>
    suggestionAttributes.some((each) => each === name),
  );
  return withAttributes(node, { ...attributesIn(node), ...Object.fromEntries(suggested) });
}

function unitsOf(content: readonly Json[]): { units: Unit[]; inserted: Inserted[] } {
  const units: Unit[] = [];
  const inserted: Inserted[] = [];
  for (const node of content) {
    if (insertedBy(node) !== null) inserted.push({ after: units.length, node });
    else if (node.type !== 'text') units.push({ node, char: objectSign });
    else
      for (const char of (node.text ?? '').split('')) {
        // Half of a pair of surrogates is joined to the other half again.
        units.push({ node: { ...node, text: char }, char });
      }
  }
  return { units, inserted };
}

/** The sign that Unicode has for an object in a line. */
const objectSign = '\uFFFC';

/** The units that are the same in both lines: beginning and end first, the words between them aligned. */
function pairsOf(old: readonly Unit[], now: readonly Unit[]): [number, number][] {
  const shorter = Math.min(old.length, now.length);
  const isSame = (from: number, to: number) => {
    const [one, other] = [old[from], now[to]];
    if (one?.char !== other?.char) return false;
    if (one?.char !== objectSign) return true;
    return other !== undefined && nameOf(one.node) === nameOf(other.node);
  };
  let start = 0;
  while (start < shorter && isSame(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(old.length - 1 - end, now.length - 1 - end)) end += 1;
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const [before, after] = [
    wordsOf(old.slice(start, old.length - end)),
    wordsOf(now.slice(start, now.length - end)),
  ];
  for (const [a, b] of alignTokens(
    before.map(({ text }) => text.trim()),
    after.map(({ text }) => text.trim()),
  ) ?? []) {
    const [from, to] = [before[a], after[b]];
    if (from === undefined || to === undefined) continue;
    // The spaces before a word may be others. Counted from its end, letters are where they were.
    const length = Math.min(from.text.length, to.text.length);
    for (let back = length; back > 0; back -= 1) {
      const [x, y] = [start + from.end - back, start + to.end - back];
      if (isSame(x, y)) pairs.push([x, y]);
    }
  }
  for (let at = end; at > 0; at -= 1) pairs.push([old.length - at, now.length - at]);
  return pairs;
}

/** The notes that a save changed, each between the same units before and after it. */
function changedNotes(
  old: readonly Unit[],
  now: readonly Unit[],
  same: readonly [number, number][],
): [number, number][] {
  const pairs: [number, number][] = [];
  let [from, to] = [0, 0];
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    const [were, are] = [notesIn(old, from, a), notesIn(now, to, b)];
    const nodesOf = (notes: readonly number[], units: readonly Unit[]) =>
      notes.flatMap((at) => units[at]?.node ?? []);
    for (const [each, other] of pairChanged(nodesOf(were, old), nodesOf(are, now))) {
      const [was, is] = [were[each], are[other]];
      if (was !== undefined && is !== undefined) pairs.push([was, is]);
    }
    [from, to] = [a + 1, b + 1];
  }
  return pairs;
}

/** The places of notes in a stretch of a line. */
const notesIn = (units: readonly Unit[], from: number, to: number): number[] =>
  units.slice(from, to).flatMap(({ node }, at) => (node.type === 'footnote' ? [from + at] : []));

const nameOf = (node: Json): string => plainKeyOf(withoutSuggestions([node]));

/** The content of nodes without comments, as a string to compare. */
export const plainKeyOf = (nodes: readonly Json[]): string =>
  stableJson(nodes.map(withoutComments));

/** A node without its comment marks. */
export function withoutComments(node: Json): Json {
  if (node.type === 'text')
    return withMarks(
      node,
      (node.marks ?? []).filter((mark) => !isCommentMark(mark)),
    );
  return node.content === undefined
    ? node
    : { ...node, content: joinRuns(node.content.map(withoutComments)) };
}

/** Whether a node is part of a line. */
export const isInLine = ({ type }: Json): boolean =>
  ['text', 'hardBreak', 'footnote', suggestedBreak].includes(type);

function wordsOf(units: readonly Unit[]): { text: string; end: number }[] {
  let end = 0;
  return spacedTokens(units.map(({ char }) => char).join('')).map((text) => {
    end += text.length;
    return { text, end };
  });
}
