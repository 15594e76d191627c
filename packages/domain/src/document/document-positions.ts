import { isSpace } from '../text/normalise.ts';
import type { Inline, TextNode } from './inline.ts';

/** A place in a document: the index path to a text node, and a UTF-16 offset in its text. */
export type DocumentPosition = { path: number[]; offset: number };

export type DocumentPositions = {
  /**
   * The place in the document of an offset in the text. Where two text nodes meet, `start` gives
   * the beginning of the later one and `end` the end of the earlier one, as a range needs them.
   * Throws a RangeError for an offset outside the text.
   */
  toDocument(offset: number, side?: 'start' | 'end'): DocumentPosition | null;
  /** The offset in the text of a place in the document; null if the path names no text node. */
  toText(position: DocumentPosition): number | null;
  /** The parts of text nodes that carry the text from `start` to `end`, in order. */
  slices(start: number, end: number): DocumentSlice[];
};

export type DocumentSlice = { path: number[]; from: number; to: number };

const NO_LEAF = -1;

/** Units of text with where each came from: a leaf and the span of it that became this unit. */
type Units = { text: string; leaf: number[]; from: number[]; to: number[] };
const noUnits = (): Units => ({ text: '', leaf: [], from: [], to: [] });

function push(units: Units, text: string, leaf: number, from: number, to: number): void {
  units.text += text;
  for (let i = 0; i < text.length; i++) {
    units.leaf.push(leaf);
    units.from.push(from);
    units.to.push(to);
  }
}

/** Gathers the text of a document block by block, remembering where each unit came from. */
export class TextWriter {
  readonly #all = noUnits();
  readonly #leaves: { path: number[]; length: number; begin: number; end: number }[] = [];
  #block = noUnits();
  /**
   * Whether the block has text that ends in no space. The text itself is not looked at: it is put
   * together letter by letter, and each look would copy all of it.
   */
  #takesSpace = false;

  startBlock(): void {
    this.#endBlock();
    this.#block = noUnits();
    this.#takesSpace = false;
  }

  write(node: Exclude<Inline, { type: 'footnote' }>, path: number[]): void {
    if (node.type === 'hardBreak') {
      this.#space(NO_LEAF, 0);
      return;
    }
    const leaf = this.#leaves.length;
    this.#leaves.push({ path, length: node.text.length, begin: -1, end: -1 });
    this.#writeText(node, leaf);
  }

  #writeText(node: TextNode, leaf: number): void {
    let at = 0;
    for (const char of node.text) {
      const code = char.codePointAt(0) ?? 0;
      const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
      const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff;
      if (isSpace(char)) this.#space(leaf, at);
      else if (isLoneSurrogate) {
        push(this.#block, '\uFFFD', leaf, at, at + 1);
        this.#takesSpace = true;
      } else if (!isControl) {
        this.#takesSpace = true;
        for (let i = 0; i < char.length; i++) {
          push(this.#block, char[i] ?? '', leaf, at + i, at + i + 1);
        }
      }
      at += char.length;
    }
  }

  #space(leaf: number, at: number): void {
    if (!this.#takesSpace) return;
    push(this.#block, ' ', leaf, at, leaf === NO_LEAF ? 0 : at + 1);
    this.#takesSpace = false;
  }

  #endBlock(): void {
    const block = composed(trimmed(this.#block));
    if (block.text === '') return;
    if (this.#all.text !== '') push(this.#all, ' ', NO_LEAF, 0, 0);
    const base = this.#all.text.length;
    this.#all.text += block.text;
    for (let i = 0; i < block.text.length; i++) {
      const leaf = block.leaf[i] ?? NO_LEAF;
      this.#all.leaf.push(leaf);
      this.#all.from.push(block.from[i] ?? 0);
      this.#all.to.push(block.to[i] ?? 0);
      const span = this.#leaves[leaf];
      if (span) {
        if (span.begin < 0) span.begin = base + i;
        span.end = base + i + 1;
      }
    }
  }

  finish(): { text: string; positions: DocumentPositions } {
    this.#endBlock();
    this.#block = noUnits();
    // A leaf of which nothing is left (spaces only) gets the offset where the next one with text begins.
    let next = this.#all.text.length;
    for (const leaf of this.#leaves.toReversed()) {
      if (leaf.begin < 0) {
        leaf.begin = next;
        leaf.end = next;
      }
      next = leaf.begin;
    }
    return { text: this.#all.text, positions: positionsOf(this.#all, this.#leaves) };
  }
}

function trimmed(units: Units): Units {
  if (!units.text.endsWith(' ')) return units;
  const text = units.text.slice(0, -1);
  return {
    text,
    leaf: units.leaf.slice(0, text.length),
    from: units.from.slice(0, text.length),
    to: units.to.slice(0, text.length),
  };
}

/** Sequences that NFC may compose: a character with its marks, and runs of Hangul letters. */
const CLUSTERS = /[\u1100-\u11FF\uAC00-\uD7A3]+\p{M}*|[^\p{M}]\p{M}*|\p{M}+/gu;

/** The units in NFC; each composed unit maps to the whole span it was composed from. */
function composed(units: Units): Units {
  const whole = units.text.normalize('NFC');
  if (whole === units.text) return units;
  const clusters = units.text.match(CLUSTERS) ?? [];
  const exact = clusters.map((cluster) => cluster.normalize('NFC')).join('') === whole;
  const result = noUnits();
  let at = 0;
  for (const cluster of exact ? clusters : [units.text]) {
    const normal = cluster.normalize('NFC');
    if (normal === cluster) {
      for (let i = at; i < at + cluster.length; i++) copyUnit(units, i, result);
    } else {
      const leaf = units.leaf[at] ?? NO_LEAF;
      let last = at;
      while (last + 1 < at + cluster.length && units.leaf[last + 1] === leaf) last++;
      push(result, normal, leaf, units.from[at] ?? 0, units.to[last] ?? 0);
    }
    at += cluster.length;
  }
  return result;
}

function copyUnit(source: Units, index: number, target: Units): void {
  const unit = source.text[index];
  if (unit === undefined) return;
  push(target, unit, source.leaf[index] ?? NO_LEAF, source.from[index] ?? 0, source.to[index] ?? 0);
}

type Leaf = { path: number[]; length: number; begin: number; end: number };

function positionsOf(units: Units, leaves: readonly Leaf[]): DocumentPositions {
  const byPath = new Map(leaves.map((leaf) => [leaf.path.join('.'), leaf]));
  const length = units.text.length;

  const at = (index: number, edge: 'from' | 'to'): DocumentPosition | null => {
    const leaf = leaves[units.leaf[index] ?? NO_LEAF];
    return leaf ? { path: [...leaf.path], offset: units[edge][index] ?? 0 } : null;
  };

  return {
    toDocument(offset, side = 'start') {
      if (!Number.isInteger(offset) || offset < 0 || offset > length) {
        throw new RangeError(`offset ${offset} is outside a text of ${length}`);
      }
      const startingAt = () => {
        for (let i = offset; i < length; i++) {
          const found = at(i, 'from');
          if (found) return found;
        }
        return null;
      };
      const endingAt = () => {
        for (let i = offset - 1; i >= 0; i--) {
          const found = at(i, 'to');
          if (found) return found;
        }
        return null;
      };
      return side === 'start' ? (startingAt() ?? endingAt()) : (endingAt() ?? startingAt());
    },

    toText({ path, offset }) {
      const leaf = byPath.get(path.join('.'));
      if (!leaf || offset < 0 || offset > leaf.length) return null;
      // The first unit that ends after the offset; a leaf's units are sorted.
      let low = leaf.begin;
      let high = leaf.end;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((units.to[middle] ?? 0) > offset) high = middle;
        else low = middle + 1;
      }
      return low;
    },

    slices(start, end) {
      const slices: DocumentSlice[] = [];
      let previous = NO_LEAF;
      for (let i = Math.max(0, start); i < Math.min(end, length); i++) {
        const index = units.leaf[i] ?? NO_LEAF;
        const leaf = leaves[index];
        if (!leaf) continue;
        const to = units.to[i] ?? 0;
        const slice = slices.at(-1);
        if (slice && index === previous) slice.to = to;
        else slices.push({ path: [...leaf.path], from: units.from[i] ?? 0, to });
        previous = index;
      }
      return slices;
    },
  };
}
