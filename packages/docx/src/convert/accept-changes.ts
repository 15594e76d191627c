import {
  isGone,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';

/** Inline parts that belong to an article; the others only describe it. */
const content = /^(?:text|break|note|picture|box|rule|formula)$/;

/** Whether a paragraph has words or anything else once its changes are accepted. */
const holdsNothing = ({ inlines }: WordParagraph): boolean =>
  inlines.every(({ type, changes }) => isGone(changes) || !content.test(type));

/**
 * The blocks as they are once all changes are accepted, also those in tables, notes and text boxes:
 * where the end of a paragraph is deleted, it is joined to the next one. Deleted words stay in the
 * paragraphs, marked, so that they can be reported.
 */
export function acceptChanges(blocks: readonly WordBlock[]): WordBlock[] {
  const accepted: WordBlock[] = [];
  let joined: WordParagraph | null = null;
  const flush = () => {
    if (joined !== null) accepted.push(joined);
    joined = null;
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      flush();
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: acceptChanges(cell.blocks) })),
      }));
      accepted.push({ ...block, rows });
      continue;
    }
    const own = withEnd({ ...block, inlines: block.inlines.map(acceptInside) });
    joined = joined === null ? own : join(joined, own);
    if (!isGone(block.endChanges)) flush();
  }
  flush();
  return withDropCaps(accepted);
}

const acceptInside = (inline: WordInline): WordInline =>
  inline.type === 'note' || inline.type === 'box'
    ? { ...inline, blocks: acceptChanges(inline.blocks) }
    : inline;

/** Puts the changes of a paragraph's end after its last words. */
function withEnd(paragraph: WordParagraph): WordParagraph {
  if (paragraph.endChanges.length === 0) return paragraph;
  const end: WordInline = { type: 'touch', words: '\n', changes: paragraph.endChanges };
  return { ...paragraph, inlines: [...paragraph.inlines, end] };
}

/** Two paragraphs as one. It looks like the second, as in Word, unless that is empty. */
function join(first: WordParagraph, second: WordParagraph): WordParagraph {
  const looks = holdsNothing(second) && !holdsNothing(first) ? first : second;
  return {
    ...looks,
    inlines: [...first.inlines, ...second.inlines],
    parts: [...(first.parts ?? [first]), ...(second.parts ?? [second])],
  };
}

/** A large first letter is a paragraph of its own in Word; it belongs to the next. */
function withDropCaps(blocks: readonly WordBlock[]): WordBlock[] {
  const result: WordBlock[] = [];
  for (const block of blocks) {
    const before = result.at(-1);
    if (block.type === 'paragraph' && before?.type === 'paragraph' && before.dropCap)
      result[result.length - 1] = {
        ...block,
        inlines: [...before.inlines, ...block.inlines],
        // Changes in it are read as if it had been one paragraph.
        parts: null,
      };
    else result.push(block);
  }
  return result;
}
