import { alignTokens } from '../text/diff-words.ts';
import { stableJson } from '../text/stable-json.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';

/**
 * A difference between two states of a text: a block that was changed, added (`before` null) or
 * removed (`after` null). The number with a block is its index among the blocks of its document,
 * from 0.
 */
export type BlockChange = { before: PlacedBlock | null; after: PlacedBlock | null };
export type PlacedBlock = { block: Block; place: number };

/**
 * The blocks that differ between two states of a text, in the order of the text. Where several in a
 * row were changed they are paired one by one: which became which cannot be known.
 */
export function compareBlocks(before: Document, after: Document): BlockChange[] {
  const [old, now] = [before.content, after.content];
  const [oldKeys, nowKeys] = [old.map(stableJson), now.map(stableJson)];
  const same = alignTokens(oldKeys, nowKeys) ?? [];
  const changes: BlockChange[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    for (let row = 0; i + row < a || j + row < b; row += 1) {
      changes.push({ before: placed(old, i + row, a), after: placed(now, j + row, b) });
    }
    [i, j] = [a + 1, b + 1];
  }
  return changes;
}

function placed(blocks: readonly Block[], place: number, end: number): PlacedBlock | null {
  const block = place < end ? blocks[place] : undefined;
  return block === undefined ? null : { block, place };
}
