import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Change, WordBlock } from '../read/word-blocks.ts';
import {
  impossibleIn,
  insideOf,
  isWords,
  numbersIn,
  paragraphsWithin,
} from './changed-paragraph.ts';
import type { DraftBlock } from './conversion.ts';
import { type Marking, markBlocks } from './mark-paragraphs.ts';
import { changesIn, type Marked, readMarked } from './marked-blocks.ts';
import { refuseChanges } from './refuse-changes.ts';

/** Maximum number of changes that become suggestions; further ones are accepted. */
const maxSuggestions = 1_000;

/** Maximum number of attempts: each drops the changes of lines that could not be marked, in all lines. */
const maxTries = 24;

export type Suggested = {
  /** The blocks of the article with its changes marked, deleted ones included. */
  blocks: DraftBlock[];
  /** The numbers of the changes that are marked there; all others are accepted. */
  changes: Set<number>;
  /** The number among them of each block of the accepted text. */
  numbers: number[];
};

type ConvertedFile = Omit<Marking, 'refused'> & {
  /** The blocks of the file with its tracked changes. */
  inFile: readonly WordBlock[];
  /** Converts blocks without a report; null if their headline or standfirst differs. */
  convert: (blocks: readonly WordBlock[]) => DraftBlock[] | null;
  /** Converts a few blocks from the middle of the text, without a report. */
  convertPart: (blocks: readonly WordBlock[]) => DraftBlock[];
};

/**
 * Marks what changes of the file insert and delete, for suggestions: words, whole paragraphs, and ends of
 * paragraphs. A change that also concerns anything else is accepted as a whole: rows, pictures, formats,
 * moves. With all marked changes accepted, and with all of them refused, the text must be exactly that of
 * the file.
 */
export function suggestChanges(file: ConvertedFile): Suggested {
  const { drafts } = file;
  let left = possibleChanges(file);
  for (let tries = 0; tries < maxTries && left.size > 0; tries += 1) {
    const { groups, lost } = markBlocks({ ...file, refused: refusedBy(file, left) }, left);
    const wrong = [...lost].some((each) => left.has(each)) ? lost : wrongIn(file, groups, left);
    if (wrong.size === 0) {
      const blocks = groups.flat();
      return { blocks: asDrafts(blocks), changes: changesIn(blocks), numbers: numbersOf(groups) };
    }
    left = new Set([...left].filter((each) => !wrong.has(each)));
  }
  return { blocks: [...drafts], changes: new Set(), numbers: drafts.map((_, index) => index + 1) };
}

const asDrafts = (blocks: Marked[]): DraftBlock[] => blocks as unknown[] as DraftBlock[];

function possibleChanges({ blocks, numberOf }: ConvertedFile): Set<number> {
  const possible = new Set<number>();
  const impossible = new Set<number>();
  for (const block of blocks)
    for (const own of paragraphsWithin(block))
      for (const paragraph of [own, ...insideOf(own)]) {
        for (const inline of paragraph.inlines)
          if (isWords(inline) || inline.type === 'touch')
            for (const each of numbersIn(inline, numberOf)) possible.add(each);
        const hasEnds = paragraph === block;
        for (const each of impossibleIn(paragraph, { hasEnds, numberOf })) impossible.add(each);
      }
  const left = [...possible].filter((each) => !impossible.has(each));
  return new Set(left.toSorted((a, b) => a - b).slice(0, maxSuggestions));
}

const isIn =
  (numberOf: ConvertedFile['numberOf'], changes: ReadonlySet<number>) => (change: Change) =>
    changes.has(numberOf(change) ?? -1);

/** Converts one paragraph with its changes refused; null unless it is one block. */
const refusedBy =
  ({ numberOf, convertPart }: ConvertedFile, changes: ReadonlySet<number>): Marking['refused'] =>
  (paragraph) => {
    const alone = { ...paragraph, endChanges: [] };
    const [block, ...others] = convertPart(refuseChanges([alone], isIn(numberOf, changes)));
    return block === undefined || others.length > 0 ? null : (block as unknown as Marked);
  };

/** The changes of the first block that differs from the file; none if all are equal. */
function wrongIn(
  { inFile, drafts, numberOf, convert }: ConvertedFile,
  groups: readonly Marked[][],
  left: ReadonlySet<number>,
): Set<number> {
  const base = convert(refuseChanges(inFile, isIn(numberOf, left)));
  if (base === null) return new Set(left);
  return (
    firstWrong(groups, base, 'refuse', left) ??
    firstWrong(groups, drafts, 'accept', left) ??
    new Set()
  );
}

function firstWrong(
  groups: readonly Marked[][],
  target: readonly DraftBlock[],
  verdict: 'accept' | 'refuse',
  left: ReadonlySet<number>,
): Set<number> | null {
  let at = 0;
  let last = new Set<number>();
  for (const group of groups) {
    const own = changesIn(group);
    for (const block of readMarked(group, verdict)) {
      if (stableJson(block) !== stableJson(target[at] ?? null)) {
        if (own.size > 0) return own;
        return last.size > 0 ? last : new Set(left);
      }
      at += 1;
    }
    if (own.size > 0) last = own;
  }
  if (at === target.length) return null;
  return last.size > 0 ? last : new Set(left);
}

/** The number of each block among all of them. A block that was joined to another has the number of that one. */
function numbersOf([lead = [], ...groups]: readonly Marked[][]): number[] {
  let count = lead.length;
  return groups.map((group) => {
    const first = group.findIndex(({ attrs }) => attrs?.suggestedDeletion === undefined);
    const number = group.length === 0 ? count : count + Math.max(first, 0) + 1;
    count += group.length;
    return Math.max(1, number);
  });
}
