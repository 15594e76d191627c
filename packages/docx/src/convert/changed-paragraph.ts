import {
  type Change,
  isGone,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';

type NumberOf = (change: Change) => number | undefined;

/** All changes but those of format. An inline that was inserted and deleted again has two. */
export const changesOf = ({ changes }: WordInline): Change[] =>
  changes.filter(({ kind }) => kind !== 'formatting');

/** Whether an inline is a text that a change inserts or deletes. */
export const isWords = (inline: WordInline): boolean =>
  inline.type === 'text' && /^(?:insertion|deletion)$/.test(changesOf(inline)[0]?.kind ?? '');

/** The numbers in the report of the changes of an inline. */
export const numbersIn = (inline: WordInline, numberOf: NumberOf): number[] =>
  changesOf(inline).flatMap((change) => numberOf(change) ?? []);

/** The one of `changes` that inserts or deletes the text of an inline, if it is its only change. */
export const changeOfWords = (
  inline: WordInline,
  numberOf: NumberOf,
  changes: ReadonlySet<number>,
): number | undefined =>
  isWords(inline) && changesOf(inline).length === 1
    ? numbersIn(inline, numberOf).find((each) => changes.has(each))
    : undefined;

/** Whether an inline carries the changes of its paragraph's end. */
const isEnd = (inline: WordInline): boolean => inline.type === 'touch' && inline.words === '\n';

/**
 * The changes that cannot become suggestions because of a part in this paragraph: a picture, a note, a
 * format or a move. Ends of paragraphs can, except in notes, boxes and cells.
 */
export function impossibleIn(
  { inlines }: WordParagraph,
  { hasEnds, numberOf }: { hasEnds: boolean; numberOf: NumberOf },
): number[] {
  return inlines.flatMap((inline) => {
    if (isEnd(inline)) {
      const isPlain =
        inline.changes.length === 1 && /^(?:ins|del)/.test(inline.changes[0]?.kind ?? '');
      return hasEnds && isPlain ? [] : numbersIn(inline, numberOf);
    }
    const isNothing = /^(?:touch|left_out|comment_)/.test(inline.type);
    const isTwice = inline.type === 'text' && changesOf(inline).length > 1;
    return isNothing || isWords(inline) || isTwice ? [] : numbersIn(inline, numberOf);
  });
}

/** Paragraphs of the notes and boxes in a paragraph, at any depth. */
export const insideOf = ({ inlines }: WordParagraph): WordParagraph[] =>
  inlines.flatMap((inline) =>
    inline.type === 'note' || inline.type === 'box'
      ? inline.blocks.flatMap(paragraphsWithin).flatMap((each) => [each, ...insideOf(each)])
      : [],
  );

/** A paragraph itself, or all paragraphs in the cells of a table. */
export const paragraphsWithin = (block: WordBlock): WordParagraph[] =>
  block.type === 'paragraph'
    ? [block]
    : block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => cell.blocks.flatMap(paragraphsWithin)),
      );

/** A part of a paragraph that was a paragraph itself before the end after it was deleted. */
export type Part = {
  paragraph: WordParagraph;
  /** The change that inserts or deletes all of it. */
  whole: { kind: 'insertion' | 'deletion'; change: number } | null;
  isEmpty: boolean;
  /** The change that deletes its end, before the next part. */
  deletedEnd: number | null;
};

/** The parts of a paragraph, and the change that inserted its end. */
export type Parts = { parts: Part[]; insertedEnd: number | null };

/** Divides a paragraph into what were paragraphs before some of its changes. */
export function partsOf(
  paragraph: WordParagraph,
  { numberOf, changes }: { numberOf: NumberOf; changes: ReadonlySet<number> },
): Parts {
  const originals = paragraph.parts ?? [paragraph];
  const parts: Part[] = [];
  let open: WordParagraph | null = null;
  let insertedEnd: number | null = null;
  for (const [index, each] of originals.entries()) {
    const own: WordParagraph = {
      ...each,
      inlines: each.inlines.filter((inline) => !isEnd(inline)),
    };
    open =
      open === null
        ? own
        : { ...own, inlines: [...(open as WordParagraph).inlines, ...own.inlines] };
    const [end] = each.endChanges.filter((change) => changes.has(numberOf(change) ?? -1));
    const number = end === undefined ? null : (numberOf(end) ?? null);
    const isLast = index === originals.length - 1;
    if (isLast && end?.kind === 'insertion') insertedEnd = number;
    const deletedEnd = !isLast && end?.kind === 'deletion' ? number : null;
    if (!isLast && deletedEnd === null) continue;
    parts.push({ ...wholeOf(open, numberOf, changes), paragraph: open, deletedEnd });
    open = null;
  }
  return { parts, insertedEnd };
}

const content = /^(?:text|break|note|picture|box|rule|formula)$/;

function wholeOf(
  { inlines }: WordParagraph,
  numberOf: NumberOf,
  changes: ReadonlySet<number>,
): Pick<Part, 'whole' | 'isEmpty'> {
  const own = inlines.filter((inline) => {
    const isSuggested = changeOfWords(inline, numberOf, changes) !== undefined;
    return content.test(inline.type) && (isSuggested || !isGone(inline.changes));
  });
  const numbers = new Set(own.map((inline) => changeOfWords(inline, numberOf, changes) ?? null));
  const [change = null] = numbers;
  const isEmpty = own.every((inline) => inline.type === 'text' && inline.text.trim() === '');
  if (numbers.size !== 1 || change === null || isEmpty) return { whole: null, isEmpty };
  const kind = own.some(({ changes }) => isGone(changes)) ? 'deletion' : 'insertion';
  return { whole: { kind, change }, isEmpty };
}
