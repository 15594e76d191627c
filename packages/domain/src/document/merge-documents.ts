import { mergeSequences } from '../text/merge-sequences.ts';
import { stableJson } from '../text/stable-json.ts';
import { type BlockNode, contentOfNode } from './blocks.ts';
import type { Document } from './document.ts';
import type { Inline } from './inline.ts';
import { inlineWords } from './inline-words.ts';
import { normaliseDocument } from './normalise-document.ts';

/** The side whose words win if both changed the same ones. */
export type Preferred = 'mine' | 'theirs';

/**
 * Merges two changed states of a text: by block, and within a block that both changed by word.
 * Blocks that both put in the same place are both included.
 * @param prefer whose words win if both sides changed the same or adjacent words
 * @returns null on such a conflict if no side is preferred
 */
export function mergeDocuments(base: Document, mine: Document, theirs: Document): Document | null;
export function mergeDocuments(
  base: Document,
  mine: Document,
  theirs: Document,
  prefer: Preferred,
): Document;
export function mergeDocuments(
  base: Document,
  mine: Document,
  theirs: Document,
  prefer: Preferred | null = null,
): Document | null {
  const content = mergeNodes(base.content, mine.content, theirs.content, prefer);
  return content && normaliseDocument({ type: 'doc', content: content as Document['content'] });
}

type Nodes = readonly BlockNode[];

const mergeNodes = (
  base: Nodes,
  mine: Nodes,
  theirs: Nodes,
  prefer: Preferred | null,
): BlockNode[] | null =>
  mergeSequences(base, mine, theirs, {
    key: stableJson,
    both: (was, my, their) => bothNodes(was, my, their, prefer) ?? sideOf(prefer, my, their),
    joinAdjacent: false,
  });

/** The preferred one of two sides that overlap; null if none is preferred. */
function sideOf<T>(prefer: Preferred | null, mine: T, theirs: T): T | null {
  if (prefer === null) return null;
  return prefer === 'mine' ? mine : theirs;
}

/** If neither side added or removed a block, the blocks correspond in order. */
function bothNodes(
  base: Nodes,
  mine: Nodes,
  theirs: Nodes,
  prefer: Preferred | null,
): BlockNode[] | null {
  if (base.length === 0) return [...theirs, ...mine];
  if (mine.length !== base.length || theirs.length !== base.length) return null;
  const merged: BlockNode[] = [];
  for (const [at, node] of base.entries()) {
    const [my, their] = [mine[at], theirs[at]];
    const one = my && their ? mergeNode(node, my, their, prefer) : null;
    if (one === null) return null;
    merged.push(one);
  }
  return merged;
}

function mergeNode(
  base: BlockNode,
  mine: BlockNode,
  theirs: BlockNode,
  prefer: Preferred | null,
): BlockNode | null {
  const shell = mergeOne(shellOf(base), shellOf(mine), shellOf(theirs));
  const content = mergeContent(base, mine, theirs, prefer);
  if (shell === null || content === null) return sideOf(prefer, mine, theirs);
  return { ...shell, ...(content.length > 0 ? { content } : {}) } as BlockNode;
}

/** The kind of a node and its attributes, which are changed as one. */
const shellOf = (node: BlockNode) => {
  const { content: _, ...shell } = node as BlockNode & { content?: unknown };
  return shell;
};

/** The one of three that was changed, or null if two were, and differ. */
function mergeOne<T>(base: T, mine: T, theirs: T): T | null {
  const [was, my, their] = [base, mine, theirs].map(stableJson);
  if (my === their || their === was) return mine;
  return my === was ? theirs : null;
}

function mergeContent(
  base: BlockNode,
  mine: BlockNode,
  theirs: BlockNode,
  prefer: Preferred | null,
): readonly unknown[] | null {
  const [was, my, their] = [contentOfNode(base), contentOfNode(mine), contentOfNode(theirs)];
  if (was.holds === 'inlines' && my.holds === 'inlines' && their.holds === 'inlines')
    return mergeInlines(was.content, my.content, their.content, prefer);
  if (was.holds === 'blocks' && my.holds === 'blocks' && their.holds === 'blocks')
    return mergeNodes(was.content, my.content, their.content, prefer);
  if (was.holds === 'code' && my.holds === 'code' && their.holds === 'code')
    return mergeInlines(was.content, my.content, their.content, prefer);
  return mergeOne(was, my, their)?.content ?? null;
}

const mergeInlines = (
  base: readonly Inline[],
  mine: readonly Inline[],
  theirs: readonly Inline[],
  prefer: Preferred | null,
): Inline[] | null =>
  mergeSequences(
    base.flatMap(inlineWords),
    mine.flatMap(inlineWords),
    theirs.flatMap(inlineWords),
    {
      key: stableJson,
      both: (_, my, their) => sideOf(prefer, my, their),
      joinAdjacent: true,
    },
  );
