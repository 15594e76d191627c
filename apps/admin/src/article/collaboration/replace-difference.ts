import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { replaceWithin } from '../editor/set-document.ts';

/**
 * Makes the document of a transaction have other content, by replacing only what differs: so that
 * what is drawn around words, such as the underline of a quote, stays where it is.
 */
export function replaceDifference(tr: Transaction, next: Fragment): Transaction {
  const { doc } = tr;
  const [before, after] = [doc.content.content, next.content];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start += 1;
  let tail = 0;
  while (tail < shorter - start && same(before.at(-tail - 1), after.at(-tail - 1))) tail += 1;
  const going = before.slice(start, before.length - tail);
  const coming = after.slice(start, after.length - tail);
  const from = sizeOf(before.slice(0, start));
  if (going.length === coming.length) replaceEach(tr, from, going, coming);
  else tr.replace(from, from + sizeOf(going), new Slice(Fragment.from(coming), 0, 0));
  if (!tr.doc.content.eq(next)) tr.replace(0, tr.doc.content.size, new Slice(next, 0, 0));
  return tr;
}

/** From the end, so that what is still to be replaced stays where it was found. */
function replaceEach(tr: Transaction, from: number, going: Node[], coming: Node[]): void {
  for (const [at, node] of [...going.entries()].toReversed()) {
    const other = coming[at];
    if (other === undefined || same(node, other)) continue;
    replaceWithin(tr, { node, from: from + sizeOf(going.slice(0, at)) }, other);
  }
}

const same = (a: Node | undefined, b: Node | undefined): boolean =>
  a !== undefined && b !== undefined && a.eq(b);

const sizeOf = (nodes: readonly Node[]): number =>
  nodes.reduce((size, { nodeSize }) => size + nodeSize, 0);
