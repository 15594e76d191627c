import type { Editor, JSONContent } from '@tiptap/core';
import { Fragment, type Node, ReplaceError, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { Document } from '@viewpoints/domain/document/document';
import { alignTokens } from '@viewpoints/domain/text/diff-words';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { readDocument } from './read-document.ts';

/** A block of the editor with where it begins; one that says nothing yet is in no document. */
type Placed = { node: Node; from: number; key: string };

/**
 * Replaces the document by another: the server's, or a stored copy. Only blocks that differ are
 * touched, so that the cursor, a space just typed and a new empty paragraph stay where they are.
 */
export function setDocument(editor: Editor, document: Document): void {
  editor.commands.command(({ tr }) => {
    const next = editor.schema.nodeFromJSON(document as JSONContent);
    next.check();
    const blocks = placedBlocks(tr.doc);
    if (blocks.length === 0) {
      tr.replaceWith(0, tr.doc.content.size, next.content);
      return mark(tr);
    }
    const targets = document.content.map((block, at) => ({
      node: next.child(at),
      key: stableJson(block),
    }));
    const same = alignTokens(keysOf(blocks), keysOf(targets)) ?? [];
    // From the end, so that what is still to be replaced stays where it was found.
    let [end, until] = [blocks.length, targets.length];
    for (const [at, to] of [...same.toReversed(), [-1, -1] as const]) {
      replaceBlocks(
        tr,
        { blocks, start: at + 1, end },
        targets.slice(to + 1, until).map(({ node }) => node),
      );
      [end, until] = [at, to];
    }
    return mark(tr);
  });
}

/** Not written by this user: it is not saved again, and undoing leaves it. */
function mark(tr: Transaction): true {
  tr.setMeta('fromServer', true).setMeta('addToHistory', false);
  return true;
}

const keysOf = (blocks: readonly { key: string }[]) => blocks.map(({ key }) => key);

function placedBlocks(doc: Node): Placed[] {
  const blocks: Placed[] = [];
  doc.forEach((node, from) => {
    const [block] = readDocument(doc.type.create(null, node)).content;
    const isEmpty = block?.type === 'paragraph' && block.content === undefined;
    if (block !== undefined && !isEmpty) blocks.push({ node, from, key: stableJson(block) });
  });
  return blocks;
}

function replaceBlocks(
  tr: Transaction,
  { blocks, start, end }: { blocks: readonly Placed[]; start: number; end: number },
  nodes: readonly Node[],
): void {
  const going = blocks.slice(start, end);
  const [first, last] = [going[0], going.at(-1)];
  const [node] = nodes;
  if (first !== undefined && node !== undefined && going.length === 1 && nodes.length === 1) {
    replaceWithin(tr, first, node);
    return;
  }
  const before = blocks[start - 1];
  const from = first?.from ?? (before === undefined ? 0 : before.from + before.node.nodeSize);
  const to = last === undefined ? from : last.from + last.node.nodeSize;
  if (to > from || nodes.length > 0)
    tr.replace(from, to, new Slice(Fragment.fromArray([...nodes]), 0, 0));
}

/** Replaces what differs inside a block; all of it where its kind or attributes do. */
export function replaceWithin(
  tr: Transaction,
  { node: old, from }: Pick<Placed, 'node' | 'from'>,
  node: Node,
): void {
  const begin = old.content.findDiffStart(node.content);
  const ends = old.content.findDiffEnd(node.content);
  if (!old.sameMarkup(node) || begin === null || ends === null) {
    tr.replaceWith(from, from + old.nodeSize, node);
    return;
  }
  // Text repeated on both sides of the difference may be counted twice.
  const overlap = Math.max(0, begin - Math.min(ends.a, ends.b));
  const difference = node.slice(begin, ends.b + overlap);
  const until = ends.a + overlap;
  if (becomes(old, node, { begin, until, difference })) {
    const inside = from + 1;
    tr.step(new ReplaceStep(inside + begin, inside + until, difference));
  } else tr.replaceWith(from, from + old.nodeSize, node);
}

/** Whether a block is the other one once the difference is put in: blocks within may not join as they should. */
function becomes(
  old: Node,
  node: Node,
  { begin, until, difference }: { begin: number; until: number; difference: Slice },
): boolean {
  try {
    return old.replace(begin, until, difference).eq(node);
  } catch (error) {
    if (error instanceof ReplaceError) return false;
    throw error;
  }
}
