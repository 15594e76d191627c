import type { Change, WordBlock, WordInline, WordParagraph } from '../read/word-blocks.ts';
import { acceptChanges } from './accept-changes.ts';
import { changesOf } from './changed-paragraph.ts';
import { withOwnLink } from './mark-line.ts';

/** Refuses some of the changes in blocks of a file, and accepts all others. */
export function refuseChanges(
  blocks: readonly WordBlock[],
  isRefused: (change: Change) => boolean,
): WordBlock[] {
  return acceptChanges(blocks.map((block) => refuseIn(block, isRefused)));
}

function refuseIn(block: WordBlock, isRefused: (change: Change) => boolean): WordBlock {
  if (block.type === 'paragraph') return refuseInParagraph(block, isRefused);
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((each) => refuseIn(each, isRefused)),
    })),
  }));
  return { ...block, rows };
}

/** A refused inserted end is treated as a deleted one: the paragraph is joined to the next. */
const deletedEnd: Change = { kind: 'deletion', author: null, at: null };

function refuseInParagraph(
  paragraph: WordParagraph,
  isRefused: (change: Change) => boolean,
): WordParagraph {
  const inlines = paragraph.inlines.flatMap((inline): WordInline[] => {
    const inside =
      inline.type === 'note' || inline.type === 'box'
        ? { ...inline, blocks: inline.blocks.map((each) => refuseIn(each, isRefused)) }
        : withOwnLink(inline);
    const refused = inline.changes.filter(isRefused);
    // Text that was inserted and deleted again is in neither version.
    const isTwice = refused.length > 0 && changesOf(inline).length > 1;
    if (isTwice || refused.some(({ kind }) => kind === 'insertion')) return [];
    return [{ ...inside, changes: inline.changes.filter((each) => !refused.includes(each)) }];
  });
  const refused = paragraph.endChanges.filter(isRefused);
  const others = paragraph.endChanges.filter((each) => !refused.includes(each));
  const isJoined = refused.some(({ kind }) => kind === 'insertion');
  return { ...paragraph, inlines, endChanges: isJoined ? [...others, deletedEnd] : others };
}
