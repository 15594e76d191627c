import type { Inline } from '@viewpoints/domain/document/inline';
import { isGone, type WordBlock } from '../read/word-blocks.ts';
import { type Conversion, type Converted, pictureBlock, tell } from './conversion.ts';
import { convertLine } from './convert-inlines.ts';
import { isBullet } from './convert-list.ts';
import { roleOf } from './paragraph-role.ts';

/** A destination of lines without blocks: a note, or a cell. */
export type Lines = {
  in: 'note' | 'cell';
  /** Pictures of a cell, which follow its table. */
  after: Converted[];
};

/** Blocks as lines, for what holds nothing else: a note, or the cell of a table. */
export function linesOf(
  conversion: Conversion,
  blocks: readonly WordBlock[],
  lines: Lines,
): Inline[][] {
  return blocks.flatMap((block): Inline[][] => {
    if (block.type === 'table') {
      const [first] = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
      const at = first?.type === 'paragraph' ? first : null;
      tell(conversion, lines.in === 'note' ? 'note_simplified' : 'table_in_table', at);
      conversion.broughtIn.tables += 1;
      return block.rows
        .filter(({ changes }) => !isGone(changes))
        .map(({ cells }) =>
          cells
            .map((cell) => joined(linesOf(conversion, cell.blocks, lines), ' '))
            .reduce<Inline[]>(
              (row, cell, index) => (index === 0 ? cell : [...row, text(' | '), ...cell]),
              [],
            ),
        );
    }
    const inside: Lines = { ...lines, in: 'note' };
    const line = convertLine(conversion, {
      paragraph: block,
      inNote: lines.in === 'note',
      linesOf: (of) => linesOf(conversion, of, inside),
    });
    for (const picture of line.pictures) {
      if (lines.in === 'note') tell(conversion, 'picture_in_note', block, picture.alt);
      else {
        tell(conversion, 'picture_in_cell', block, picture.alt);
        for (const shown of pictureBlock(conversion, picture, block))
          lines.after.push({ block: shown, from: [] });
      }
    }
    const boxes = line.boxes.flatMap((of) => linesOf(conversion, of, lines));
    if (line.inlines.length === 0) return boxes;
    const { numbering } = block;
    if (numbering === null || roleOf(block, conversion.targets) !== 'list')
      return [line.inlines, ...boxes];
    tell(conversion, lines.in === 'note' ? 'note_simplified' : 'list_in_cell', block);
    const marker = isBullet(numbering) ? '• ' : `${numbering.number}. `;
    return [[text(marker), ...line.inlines], ...boxes];
  });
}

const text = (words: string): Inline => ({ type: 'text', text: words });

/** Lines as one, with something between them. */
const joined = (lines: Inline[][], between: string): Inline[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [text(between), ...line]));
