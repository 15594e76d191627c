import type { Inline } from '@viewpoints/domain/document/inline';
import { collapseSpaces } from '@viewpoints/domain/text/normalise';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  isGone,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';
import type { Conversion } from './conversion.ts';
import { convertLine, inlinesOf } from './convert-inlines.ts';
import { linesOf } from './lines-of.ts';
import { type ChangeMark, joinTexts, type Marked } from './marked-blocks.ts';

/** A line with all its changes accepted, and the same line with its suggestions marked. */
export type MarkedLine = { accepted: Inline[]; marked: Inline[] };

/** A copy of a conversion for trials, which add nothing to its report. */
export const withoutReport = (conversion: Conversion): Conversion => ({
  ...conversion,
  ...{ notes: [], pictures: [...conversion.pictures], broughtIn: { ...conversion.broughtIn } },
});

/**
 * Marks the words of a line that changes insert or delete. Null unless the marked line gives the line of
 * the file both with all of them accepted and with all of them refused.
 * @param changeOf the change that an inline is suggested by; undefined for one that stays or is accepted
 */
export function markLine(
  conversion: Conversion,
  paragraph: WordParagraph,
  { changeOf, inNote }: { changeOf: (inline: WordInline) => number | undefined; inNote: boolean },
): MarkedLine | null {
  const inside = (blocks: readonly WordBlock[]) =>
    linesOf(withoutReport(conversion), blocks, { in: 'note', after: [] });
  const lineWith = (inlines: WordInline[]) =>
    convertLine(withoutReport(conversion), {
      ...{ paragraph: { ...paragraph, inlines }, inNote, linesOf: inside },
    }).inlines;
  const own = paragraph.inlines.map(withOwnLink);
  const refused = own.flatMap((inline): WordInline[] => {
    if (changeOf(inline) === undefined) return isGone(inline.changes) ? [] : [inline];
    return isGone(inline.changes) ? [{ ...inline, changes: [] }] : [];
  });
  const [accepted, base] = [lineWith(own.map(withOwnLink)), lineWith(refused.map(withOwnLink))];
  const parts = own.flatMap((inline): LinePart[] => {
    const change = changeOf(inline);
    const goes = isGone(inline.changes);
    if (goes && change === undefined) return [];
    const state = change === undefined ? 'stays' : goes ? 'deletion' : 'insertion';
    const nodes = inlinesOf(
      withoutReport(conversion),
      { ...inline, changes: [] },
      { paragraph, inNote, linesOf: inside },
    );
    return nodes.map((node) => ({ node, state, change: change ?? null }));
  });
  const line = joinParts(parts);
  const isSame = (state: LinePart['state'], whole: Inline[]) =>
    stableJson(joinTexts(nodesOf(line.filter((part) => part.state !== state)))) ===
    stableJson(whole);
  if (!isSame('deletion', accepted) || !isSame('insertion', base)) return null;
  return { accepted, marked: line.map(markedNode) };
}

/** Copies the link of a text, so that a trial does not change the report's items about the original. */
export const withOwnLink = (inline: WordInline): WordInline =>
  inline.type === 'text' && inline.link !== null ? { ...inline, link: { ...inline.link } } : inline;

type LinePart = {
  node: Inline;
  state: 'stays' | 'insertion' | 'deletion';
  change: number | null;
};

/**
 * Joins the parts of a line, letter by letter. Of several spaces in a row one remains in the line
 * with all changes accepted and one in the line with none, which may be two different ones.
 */
function joinParts(parts: readonly LinePart[]): LinePart[] {
  const letters = parts.flatMap((part): Letter[] => {
    const { node, state, change } = part;
    if (node.type !== 'text') return [{ part, char: null, after: true, before: true, change }];
    return [...node.text].map((char) => ({
      ...{ part, change, char: collapseSpaces(char) },
      ...{ after: state !== 'deletion', before: state !== 'insertion' },
    }));
  });
  for (const side of ['after', 'before'] as const) dropSpaces(letters, side);
  const result: LinePart[] = [];
  for (const [at, { part, char, after, before, change }] of letters.entries()) {
    if (!after && !before) continue;
    const state = after && before ? 'stays' : after ? 'insertion' : 'deletion';
    // A space that only one of the lines has belongs to the nearest change.
    const of = state === 'stays' ? null : (change ?? nearestChange(letters, at));
    const last = result.at(-1);
    const isText = part.node.type === 'text' && char !== null;
    const goesOn =
      isText &&
      last?.node.type === 'text' &&
      last.state === state &&
      last.change === of &&
      stableJson(last.node.marks ?? []) === stableJson(marksOf(part.node));
    if (goesOn && last.node.type === 'text')
      last.node = { ...last.node, text: last.node.text + char };
    else if (isText)
      result.push({ node: { ...part.node, text: char } as Inline, state, change: of });
    else result.push({ ...part, state, change: of });
  }
  return result;
}

type Letter = {
  part: LinePart;
  /** Null for what is no letter. */
  char: string | null;
  change: number | null;
  /** Whether it is in the line with all changes accepted, and in that with none. */
  after: boolean;
  before: boolean;
};

/** Leaves one of several spaces in a row, and none at the ends of a line or next to a break. */
function dropSpaces(letters: Letter[], side: 'after' | 'before'): void {
  let last: Letter | null = null;
  const isBreak = (letter: Letter | null) => letter?.part.node.type === 'hardBreak';
  const drop = (letter: Letter) => {
    letter[side] = false;
  };
  for (const letter of letters) {
    if (!letter[side]) continue;
    if (letter.char === ' ' && (last === null || last.char === ' ' || isBreak(last))) {
      drop(letter);
      continue;
    }
    if (isBreak(letter) && last?.char === ' ') drop(last);
    last = letter;
  }
  if (last?.char === ' ') drop(last);
}

function nearestChange(letters: readonly Letter[], at: number): number | null {
  for (let far = 1; far < letters.length; far += 1)
    for (const letter of [letters[at - far], letters[at + far]])
      if (letter !== undefined && letter.change !== null) return letter.change;
  return null;
}

const nodesOf = (parts: readonly LinePart[]) =>
  parts.map(({ node }) => node) as readonly unknown[] as readonly Marked[];

const marksOf = (node: Inline) => (node.type === 'text' ? (node.marks ?? []) : []);

/** The types of the domain have no marks of changes, which are replaced before the article is stored. */
function markedNode({ node, state, change }: LinePart): Inline {
  if (node.type !== 'text' || state === 'stays' || change === null) return node;
  const mark: ChangeMark = { type: state, attrs: { change } };
  return { ...node, marks: [...(node.marks ?? []), mark] } as unknown as Inline;
}
