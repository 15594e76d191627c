import { type Block, kindOfBlock } from '@viewpoints/domain/document/blocks';
import type { Document } from '@viewpoints/domain/document/document';
import { stableJson } from '@viewpoints/domain/text/stable-json';

/**
 * The content to write into a document that has `current`, so that it equals `next`: equal blocks
 * stay as they are. An empty paragraph and a space at a line's end are in no saved text, but are
 * needed by the editor who is writing there.
 * @param next in normal form; so is the result
 */
export function preserveBlocks(current: Document, next: Document): Document {
  const there = current.content;
  // Without any text yet, the first is written into the existing empty block.
  if (there.flatMap(normal).length === 0) return next;
  const target = next.content.flatMap(normal);
  const start = sameBlocks(there, target);
  const rest = there.slice(start.there);
  const end = sameBlocks(rest.toReversed(), target.slice(start.target).toReversed());
  return {
    type: 'doc',
    content: [
      ...there.slice(0, start.there),
      ...target.slice(start.target, target.length - end.target),
      ...rest.slice(rest.length - end.there),
    ],
  };
}

const normal = (block: Block): Block[] => kindOfBlock(block).normalise(block);

/** How many blocks from the start say the same, on either side. */
function sameBlocks(
  there: readonly Block[],
  target: readonly Block[],
): { there: number; target: number } {
  let [at, found] = [0, 0];
  for (const block of there) {
    const says = normal(block);
    const isThere = says.every(
      (each, index) => stableJson(each) === stableJson(target[found + index] ?? null),
    );
    if (!isThere || says.length > 1) break;
    at += 1;
    found += says.length;
  }
  return { there: at, target: found };
}
