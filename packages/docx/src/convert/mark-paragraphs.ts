import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Change, WordBlock, WordInline, WordParagraph } from '../read/word-blocks.ts';
import {
  changeOfWords,
  insideOf,
  numbersIn,
  type Part,
  type Parts,
  paragraphsWithin,
  partsOf,
} from './changed-paragraph.ts';
import type { Conversion, DraftBlock } from './conversion.ts';
import { type MarkedLine, markLine } from './mark-line.ts';
import { breakOf, type Marked, withChange } from './marked-blocks.ts';
import { insertListItem, markHolder, replaceLine } from './replace-line.ts';

/** A block of the article with the deleted blocks before it and after it. */
type Group = { before: Marked[]; main: Marked | null; after: Marked[] };

export type Marking = {
  conversion: Conversion;
  /** The paragraphs of the file, its changes accepted. */
  blocks: readonly WordBlock[];
  /** The resulting blocks. */
  drafts: readonly DraftBlock[];
  blockOf: (paragraph: WordParagraph) => number | null;
  numberOf: (change: Change) => number | undefined;
  /** Converts a paragraph with its changes refused; null unless it is one block. */
  refused: (paragraph: WordParagraph) => Marked | null;
};

/** The blocks with their marked changes, in groups, and the changes that could not be marked. */
export type MarkedBlocks = { groups: Marked[][]; lost: Set<number> };

type Place = { paragraph: WordParagraph; at: number; of: Parts; inserted: number | null };

/** Marks changes in all blocks: words in their lines, whole paragraphs, and where paragraphs end. */
export function markBlocks(marking: Marking, changes: ReadonlySet<number>): MarkedBlocks {
  return new Marker(marking, changes).run();
}

class Marker {
  readonly #marking: Marking;
  readonly #changes: ReadonlySet<number>;
  readonly #lost = new Set<number>();
  /** The first is for what comes before all blocks. */
  readonly #groups: Group[];
  /** The block that a block was joined to, by their numbers. */
  readonly #movedTo = new Map<number, number>();

  constructor(marking: Marking, changes: ReadonlySet<number>) {
    this.#marking = marking;
    this.#changes = changes;
    const mains = marking.drafts as readonly unknown[] as readonly Marked[];
    this.#groups = [null, ...mains].map((main) => ({ before: [], main, after: [] }));
  }

  run(): MarkedBlocks {
    const { blocks, blockOf, numberOf } = this.#marking;
    const places = blocks.map((block): Place | null => {
      if (block.type === 'table') return null;
      const of = partsOf(block, { numberOf, changes: this.#changes });
      return { paragraph: block, at: blockOf(block) ?? 0, of, inserted: wholeInsertion(of) };
    });
    const splits = this.#chooseInserted(places);
    for (const [index, block] of blocks.entries()) {
      const place = places[index];
      if (block.type === 'table')
        for (const each of paragraphsWithin(block)) {
          const at = blockOf(each) ?? 0;
          if (this.#isChanged(each) && !this.#markWords(at, each, false)) this.#lose(each);
          this.#markInside(each, at);
        }
      else if (place) {
        if (this.#isChanged(block) && !this.#markPlace(place)) this.#lose(block);
        this.#markInside(block, place.at);
      }
    }
    for (const { from, to, change } of splits)
      if (!this.#joinByBreak(from, to, change)) {
        this.#lost.add(change);
        this.#lose(from.paragraph);
        this.#lose(to.paragraph);
      }
    const groups = this.#groups.map(({ before, main, after }) => [
      ...before,
      ...(main === null ? [] : [main]),
      ...after,
    ]);
    return { groups, lost: this.#lost };
  }

  /**
   * Assigns inserted ends to paragraphs that were inserted whole, before or after the end. All other
   * inserted ends divide a paragraph, and are returned.
   */
  #chooseInserted(places: readonly (Place | null)[]) {
    const splits: { from: Place; to: Place; change: number }[] = [];
    const taken = new Set<Place>();
    for (const [index, from] of places.entries()) {
      if (from === null || from.of.insertedEnd === null || isEmpty(from)) continue;
      const change = from.of.insertedEnd;
      let next = index + 1;
      for (let each = places[next]; each && isEmpty(each); each = places[next]) {
        if (each.of.insertedEnd === null) break;
        next += 1;
      }
      const to = places[next];
      const owner = [from, to].find(
        (each) => each && each.inserted !== null && !taken.has(each) && !isEmpty(each),
      );
      if (owner) {
        taken.add(owner);
        if (owner.inserted !== change) {
          this.#lost.add(change);
          this.#lose(owner.paragraph);
        }
      } else if (to && !isEmpty(to)) splits.push({ from, to, change });
    }
    return splits;
  }

  #isChanged({ inlines }: WordParagraph): boolean {
    const { numberOf } = this.#marking;
    return inlines.some((inline) =>
      numbersIn(inline, numberOf).some((each) => this.#changes.has(each)),
    );
  }

  #lose({ inlines }: WordParagraph): void {
    for (const inline of inlines)
      for (const each of numbersIn(inline, this.#marking.numberOf)) this.#lost.add(each);
  }

  #line(paragraph: WordParagraph, inNote: boolean): MarkedLine | null {
    const { conversion, numberOf } = this.#marking;
    const changeOf = (inline: WordInline) => changeOfWords(inline, numberOf, this.#changes);
    return markLine(conversion, paragraph, { changeOf, inNote });
  }

  /** Marks the words of one line in its block; false if that is not possible. */
  #markWords(at: number, paragraph: WordParagraph, inNote: boolean): boolean {
    const group = this.#groups[at];
    const main = group?.main;
    const line = this.#line(paragraph, inNote);
    if (!group || !main || line === null || line.accepted.length === 0) return false;
    const replaced = replaceLine(main, line.accepted, line.marked);
    if (replaced === null) return false;
    group.main = replaced;
    return true;
  }

  #markInside(paragraph: WordParagraph, at: number): void {
    for (const each of insideOf(paragraph))
      if (this.#isChanged(each) && !this.#markWords(at, each, true)) this.#lose(each);
  }

  /** Marks what changed in a paragraph of the text. */
  #markPlace({ paragraph, at, of, inserted }: Place): boolean {
    const group = this.#groups[at];
    if (group === undefined) return false;
    const { kept, deleted } = dividedParts(of.parts);
    if (kept === null) return false;
    for (const each of deleted) if (!this.#markDeleted(group, each, kept)) return false;
    const only = kept.length === 1 ? kept[0]?.part.paragraph : undefined;
    if (kept.length > 1) return this.#markJoined(group, paragraph, kept);
    if (only === undefined) return true;
    if (inserted === null) return !this.#isChanged(only) || this.#markWords(at, only, false);
    const line = this.#line(only, false);
    const marked = line && group.main && markHolder(group.main, line.accepted, inserted);
    group.main = marked || group.main;
    return marked !== null;
  }

  /** Restores a part that is deleted whole: next to its block, or among the items of its list. */
  #markDeleted(group: Group, { part, isBefore }: Deleted, kept: readonly Kept[]): boolean {
    const block = this.#marking.refused(part.paragraph);
    if (block === null || part.whole === null) return false;
    const { change } = part.whole;
    const [neighbour] = kept;
    const [item, ...others] = block.content ?? [];
    const { main } = group;
    if (neighbour && main && item?.type === 'listItem' && main.type === block.type) {
      const line = this.#line(neighbour.part.paragraph, false);
      const marked = withChange(item, 'suggestedDeletion', change);
      const list =
        line && others.length === 0 && insertListItem(main, line.accepted, { marked, isBefore });
      group.main = list || main;
      return !!list;
    }
    const marked = withChange(block, 'suggestedDeletion', change);
    (isBefore && neighbour ? group.before : group.after).push(marked);
    return true;
  }

  /** Divides a block into the paragraphs that it was before their ends were deleted. */
  #markJoined(group: Group, paragraph: WordParagraph, kept: readonly Kept[]): boolean {
    const whole = this.#line(paragraph, false);
    const { main } = group;
    if (!main || whole === null || stableJson(main.content ?? null) !== stableJson(whole.accepted))
      return false;
    const blocks: Marked[] = [];
    for (const [index, { part, join }] of kept.entries()) {
      const line = this.#line(part.paragraph, false);
      if (line === null || line.accepted.length === 0) return false;
      const next = kept[index + 1];
      const seam: Marked[] =
        next?.join != null && hasSpace(part, next.part) ? [spaceOf('insertion', next.join)] : [];
      const block = { ...main, content: [...(line.marked as Marked[]), ...seam] };
      blocks.push(join === null ? block : withChange(block, 'suggestedJoin', join));
    }
    group.main = blocks[0] ?? null;
    group.after.unshift(...blocks.slice(1));
    return true;
  }

  /** Joins two paragraphs into the one that they were before the end between them was inserted. */
  #joinByBreak(from: Place, to: Place, change: number): boolean {
    const at = this.#movedTo.get(from.at) ?? from.at;
    const [left, right] = [this.#groups[at], this.#groups[to.at]];
    if (!left?.main || !right?.main || at === to.at || left.after.length > 0) return false;
    if (right.before.length > 0 || !isTextBlock(left.main) || !isTextBlock(right.main))
      return false;
    const [one, other] = [from.of.parts.at(-1), to.of.parts[0]];
    const seam = one && other && hasSpace(one, other) ? [spaceOf('deletion', change)] : [];
    left.main = {
      ...left.main,
      content: [
        ...(left.main.content ?? []),
        ...[...seam, breakOf(change)],
        ...(right.main.content ?? []),
      ],
    };
    left.after.push(...right.after);
    this.#groups[to.at] = { before: [], main: null, after: [] };
    this.#movedTo.set(to.at, at);
    return true;
  }
}

const isEmpty = ({ of: { parts } }: Place): boolean => parts.every((part) => part.isEmpty);

function wholeInsertion({ parts }: Parts): number | null {
  const kept = parts.filter(({ isEmpty, whole }) => !isEmpty && whole?.kind !== 'deletion');
  const [only] = kept;
  return kept.length === 1 && only?.whole?.kind === 'insertion' ? only.whole.change : null;
}

/** A part that is deleted whole, and whether it is before those that stay. */
type Deleted = { part: Part; isBefore: boolean };

/** A part that stays, and the change that joins it to the one before it. */
type Kept = { part: Part; join: number | null };

/**
 * Finds which parts of a paragraph are deleted whole, with the end before or after them, and where
 * others are joined. `kept` is null if one change deleted the words and another the end.
 */
function dividedParts(parts: readonly Part[]): {
  kept: Kept[] | null;
  deleted: Deleted[];
} {
  const full = parts.filter((part) => !part.isEmpty);
  const isWhole = (part: Part | undefined) => part?.whole?.kind === 'deletion';
  const taken = new Set<Part>();
  const joins = new Map<Part, number>();
  for (const [index, part] of full.entries()) {
    const next = full[index + 1];
    if (next === undefined || part.deletedEnd === null) continue;
    const owner = [part, next].find((each) => isWhole(each) && !taken.has(each));
    if (owner === undefined) joins.set(next, part.deletedEnd);
    else if (owner.whole?.change !== part.deletedEnd) return { kept: null, deleted: [] };
    else taken.add(owner);
  }
  const kept = full
    .filter((part) => !isWhole(part))
    .map((part) => ({ part, join: joins.get(part) ?? null }));
  const first = full.findIndex((part) => !isWhole(part));
  const deleted = full.flatMap((part, index) =>
    isWhole(part) ? [{ part, isBefore: first < 0 || index < first }] : [],
  );
  return { kept, deleted };
}

const isTextBlock = ({ type }: Marked): boolean => /^(?:paragraph|heading)$/.test(type);

const spaceOf = (type: 'insertion' | 'deletion', change: number): Marked => ({
  ...{ type: 'text', text: ' ', marks: [{ type, attrs: { change } }] },
});

/** Whether there is a space where two parts meet, which neither has at its end by itself. */
function hasSpace(one: Part, other: Part): boolean {
  const textsOf = ({ paragraph }: Part) =>
    paragraph.inlines.flatMap((inline) => (inline.type === 'text' ? [inline.text] : []));
  return /\s$/.test(textsOf(one).at(-1) ?? '') || /^\s/.test(textsOf(other)[0] ?? '');
}
