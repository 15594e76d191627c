import { type Block, kindOfBlock } from './blocks.ts';
import type { Document } from './document.ts';

/**
 * The one form of a document, for everything on the way in: text in NFC with single spaces and
 * none at a block's ends, neighbouring text with the same marks joined, marks in one order, and
 * what holds nothing (empty paragraphs, headings, lists, notes, rows of tables) left out.
 * Idempotent; the text that quotes are slices of stays the same.
 */
export function normaliseDocument(document: Document): Document {
  const content = document.content.flatMap(normaliseBlock);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Blocks that this has returned. A key of an editor passes each of them several times. */
const normal = new WeakSet<Block>();

function normaliseBlock(block: Block): Block[] {
  if (normal.has(block)) return [block];
  const normalised = kindOfBlock(block).normalise(block);
  for (const each of normalised) normal.add(each);
  return normalised;
}
