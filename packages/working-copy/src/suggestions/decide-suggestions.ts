import { divideBlocks } from './divide-blocks.ts';
import {
  attributesIn,
  dropAttributes,
  formatsOf,
  isSuggestionMark,
  type Json,
  type JsonMark,
  joinRuns,
  keyIn,
  markedBy,
  withAttributes,
  withMarks,
} from './json.ts';
import { isContainer, moveBlocks } from './move-blocks.ts';
import {
  BlockMove,
  readBlockChange,
  readMark,
  type SuggestionAttribute,
  type SuggestionKey,
  suggestedBreak,
} from './suggestion.ts';

export type Verdict = 'accept' | 'refuse';

/** The suggestions to decide, and the verdict. All others stay as they are. */
export type Deciding = { verdict: Verdict; isMeant: (key: SuggestionKey) => boolean };

/** A text with some of its suggestions accepted or refused. What another one is about stays suggested. */
export function decideSuggestions(nodes: readonly Json[], deciding: Deciding): Json[] {
  const decided = decideAll(nodes, deciding);
  const moved = moveBlocks(decided, moveOf).map(withoutMoves);
  const { content } = divideBlocks({ type: 'doc', content: moved });
  return content && content.length > 0 ? content : [{ type: 'paragraph' }];
}

const moveOf = ({ move }: Json): BlockMove | null => BlockMove.safeParse(move).data ?? null;

/** Only blocks of the text itself can be moved: what is in a cell of a table stays in it. */
function withoutMoves({ move: _, ...node }: Json): Json {
  return node.content === undefined || !isContainer(node.type)
    ? node
    : { ...node, content: node.content.map(withoutMoves) };
}

const decideAll = (nodes: readonly Json[], deciding: Deciding): Json[] =>
  joinRuns(
    nodes.flatMap((node) =>
      node.type === 'text' ? decideText(node, deciding) : decideNode(node, deciding),
    ),
  );

function decideText(node: Json, { verdict, isMeant }: Deciding): Json[] {
  const goes = markedBy(node, verdict === 'accept' ? 'deletion' : 'insertion');
  if (goes !== null && isMeant(goes)) return [];
  const all = node.marks ?? [];
  const kept = all.filter((mark) => !isSuggestionMark(mark) || !isMeant(mark.attrs));
  // Another link is one that goes and one that comes, in no order.
  const formats = (verdict === 'accept' ? formatsOf(node).filter(isMeant) : []).toSorted((a, b) =>
    b.change.localeCompare(a.change),
  );
  return [withMarks(node, formats.reduce(applyFormat, kept))];
}

function applyFormat(marks: JsonMark[], format: ReturnType<typeof formatsOf>[number]): JsonMark[] {
  const mark = readMark(format);
  if (mark === null) return marks;
  const others = marks.filter(({ type }) => type !== mark.type);
  return format.change === 'add' ? [mark, ...others] : others;
}

function decideNode(node: Json, deciding: Deciding): Json[] {
  const { verdict, isMeant } = deciding;
  const isIn = (name: SuggestionAttribute) => {
    const key = keyIn(node, name);
    return key !== null && isMeant(key);
  };
  if (isIn(verdict === 'accept' ? 'suggestedDeletion' : 'suggestedInsertion')) return [];
  const done = (['suggestedInsertion', 'suggestedDeletion', 'suggestedChange'] as const).filter(
    isIn,
  );
  // A break that is accepted, and a block that is joined, are dealt with once all else is in its place.
  const joins = isIn('suggestedJoin');
  const plain = dropAttributes(node, joins ? [...done, 'suggestedJoin'] : done);
  const changed =
    verdict === 'accept' && isIn('suggestedChange') ? changeBlock(node, plain) : plain;
  const decided = joins && verdict === 'accept' ? { ...changed, isJoined: true } : changed;
  if (decided.content === undefined) return [decided];
  const content = decideAll(decided.content, deciding);
  const { content: _, ...rest } = decided;
  // A list of which every item went is no list any more; a paragraph without words still is one.
  const isEmptied = content.length === 0 && !decided.content.some(isInline);
  if (isEmptied) return [];
  return [content.length > 0 ? { ...rest, content } : rest];
}

const isInline = ({ type }: Json): boolean =>
  ['text', 'hardBreak', 'footnote', suggestedBreak].includes(type);

function changeBlock(node: Json, plain: Json): Json {
  const change = readBlockChange(attributesIn(node).suggestedChange);
  if (change === null) return plain;
  const own = Object.entries(attributesIn(plain)).filter(([name]) => name.startsWith('suggested'));
  const { type, attrs, move } = change.to;
  return withAttributes(
    { ...plain, type, ...(move === undefined ? {} : { move }) },
    { ...attrs, ...Object.fromEntries(own) },
  );
}
