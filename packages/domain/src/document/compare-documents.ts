import { alignTokens, diffWords } from '../text/diff-words.ts';
import { stableJson } from '../text/stable-json.ts';
import { type BlockNode, contentOfNode } from './blocks.ts';
import type { Document } from './document.ts';
import type { Inline } from './inline.ts';
import { inlineWords } from './inline-words.ts';
import type {
  ContentDifference,
  InlineDifference,
  NodeDifference,
  NodeShell,
} from './node-difference.ts';
import { normaliseDocument } from './normalise-document.ts';
import { pairNodes } from './pair-nodes.ts';

/**
 * The difference between two states of a text: by block, and within a block by item, row, cell and
 * word, so that a list is still a list. `documentOf` makes each of the two of it again.
 */
export function compareDocuments(before: Document, after: Document): NodeDifference[] {
  return compareNodes(normaliseDocument(before).content, normaliseDocument(after).content);
}

function compareNodes(old: readonly BlockNode[], now: readonly BlockNode[]): NodeDifference[] {
  return pairNodes(old, now).flatMap((pair): NodeDifference[] => {
    const was = 'before' in pair ? old[pair.before] : undefined;
    const is = 'after' in pair ? now[pair.after] : undefined;
    if (pair.kind === 'added')
      return is ? [{ kind: 'added', place: pair.after, node: is, moved: pair.moved }] : [];
    if (was === undefined) return [];
    if (pair.kind === 'removed')
      return [{ kind: 'removed', place: pair.before, node: was, moved: pair.moved }];
    if (pair.kind === 'same' || is === undefined)
      return [{ kind: 'same', place: pair.before, node: was }];
    return [
      {
        ...{ kind: 'changed', place: pair.before, before: shellOf(was), after: shellOf(is) },
        content: compareContent(was, is),
      },
    ];
  });
}

/** The kind of a node and its attributes. */
const shellOf = (node: BlockNode): NodeShell => {
  const { content: _, ...shell } = node as BlockNode & { content?: unknown };
  return shell;
};

function compareContent(before: BlockNode, after: BlockNode): ContentDifference {
  const [was, is] = [contentOfNode(before), contentOfNode(after)];
  if (was.holds === 'inlines' && is.holds === 'inlines')
    return { holds: 'inlines', parts: compareInlines(was.content, is.content) };
  if (was.holds === 'blocks' && is.holds === 'blocks')
    return { holds: 'blocks', nodes: compareNodes(was.content, is.content) };
  if (was.holds === 'code' && is.holds === 'code')
    return { holds: 'code', parts: diffWords(codeOf(was.content), codeOf(is.content)) };
  // Only nodes that hold the same sort of thing are paired.
  return { holds: 'nothing' };
}

const codeOf = (content: readonly { text: string }[]) => content.map(({ text }) => text).join('');

/** The difference between two lines, by word; the marks of a word do not make it another. */
export function compareInlines(
  before: readonly Inline[],
  after: readonly Inline[],
): InlineDifference[] {
  const [old, now] = [before.flatMap(inlineWords), after.flatMap(inlineWords)];
  const same = alignTokens(old.map(wordKey), now.map(wordKey)) ?? [];
  const parts: InlineDifference[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    parts.push(...compareBetween(old.slice(i, a), now.slice(j, b)));
    const [was, is] = [old[a], now[b]];
    if (was && is) parts.push(compareSame(was, is));
    [i, j] = [a + 1, b + 1];
  }
  return joinRuns(parts);
}

/** Differences between two unchanged words. Equally many old and new footnotes are paired. */
function compareBetween(old: readonly Inline[], now: readonly Inline[]): InlineDifference[] {
  const [oldNotes, nowNotes] = [old.filter(isNote), now.filter(isNote)];
  const paired = oldNotes.length === nowNotes.length;
  const parts: InlineDifference[] = [];
  let [i, j] = [0, 0];
  for (const [index, note] of paired ? oldNotes.entries() : []) {
    const next = nowNotes[index];
    if (!next) break;
    const [a, b] = [old.indexOf(note, i), now.indexOf(next, j)];
    parts.push(...asIs('removed', old.slice(i, a)), ...asIs('added', now.slice(j, b)));
    parts.push({ kind: 'note', parts: compareInlines(note.content, next.content) });
    [i, j] = [a + 1, b + 1];
  }
  return [...parts, ...asIs('removed', old.slice(i)), ...asIs('added', now.slice(j))];
}

const isNote = (inline: Inline) => inline.type === 'footnote';

const asIs = (kind: 'removed' | 'added', inlines: readonly Inline[]): InlineDifference[] =>
  inlines.map((inline) => ({ kind, inline }));

const compareSame = (before: Inline, after: Inline): InlineDifference =>
  stableJson(before) === stableJson(after)
    ? { kind: 'same', inline: after }
    : { kind: 'marked', before, after };

/** Runs of one kind and with the same marks become one again. */
function joinRuns(parts: readonly InlineDifference[]): InlineDifference[] {
  const joined: InlineDifference[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const both = last && joinTwo(last, part);
    if (both) joined[joined.length - 1] = both;
    else joined.push(part);
  }
  return joined;
}

function joinTwo(last: InlineDifference, part: InlineDifference): InlineDifference | null {
  if (last.kind === 'note' || part.kind === 'note' || last.kind !== part.kind) return null;
  if (last.kind === 'marked' && part.kind === 'marked') {
    const [before, after] = [joinText(last.before, part.before), joinText(last.after, part.after)];
    return before && after && { kind: 'marked', before, after };
  }
  if (last.kind === 'marked' || part.kind === 'marked') return null;
  const inline = joinText(last.inline, part.inline);
  return inline && { kind: last.kind, inline };
}

function joinText(first: Inline, second: Inline): Inline | null {
  if (first.type !== 'text' || second.type !== 'text') return null;
  if (stableJson(first.marks) !== stableJson(second.marks)) return null;
  return { ...first, text: first.text + second.text };
}

/** A word by what it says; anything else by all that it is. */
const wordKey = (inline: Inline): string =>
  inline.type === 'text' ? inline.text : `\0${stableJson(inline)}`;
