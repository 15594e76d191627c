import { decodeEscapes } from './mentions/decode-escapes.ts';
import { foldCharacter } from './mentions/fold-character.ts';
import { restoreReadingOrder } from './mentions/reading-order.ts';

/** Stored with folded texts: those of another version are folded again after an upgrade. */
export const FOLD_VERSION = 1;

/** A folded text, and the range of the original behind each of its UTF-16 units. */
export type FoldedText = {
  text: string;
  /** The start and the end of this unit in the original. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** 1 where the original is a small letter. */
  small: Uint8Array;
};

/**
 * The canonical form in which protected words are looked for: words of letters and digits, one
 * space between them. It makes no difference of case, marks, compatibility forms and characters
 * that are not seen, of letters that look alike in another script, of percent-encoding and
 * references of HTML, nor of ø, oe and o (`bjoern`, `bjørn` and `bjorn` are one).
 *
 * It works from left to right with little context, so that what is found in a folded text is found
 * in a longer one. It is stored with texts: a change of what it returns raises `FOLD_VERSION`.
 */
export function foldMention(text: string): string {
  return fold(text, false).text;
}

/** As `foldMention`, with the offsets of everything in the original text. */
export function foldMentionWithOffsets(text: string): FoldedText {
  const folded = fold(text, true);
  const { length } = folded.text;
  return {
    text: folded.text,
    starts: folded.starts.subarray(0, length),
    ends: folded.ends.subarray(0, length),
    small: folded.small.subarray(0, length),
  };
}

const SPACE = 32;
const NINE = 57;
const SMALL_I = 105;

/** The class of an ASCII character for folding, by its code. */
const [NONE, SMALL, CAPITAL, DIGIT] = [0, 1, 2, 3];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return SMALL;
  if (/[A-Z]/.test(character)) return CAPITAL;
  return /[0-9]/.test(character) ? DIGIT : NONE;
});

/** Digits that replace letters inside a word, as in "m4rek". */
const LETTER_OF_DIGIT: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' },
};

/** Four in a row are a year. */
const MAX_DIGITS_FOR_LETTERS = 3;

/** Words shorter than this keep their digraphs: "Doe" is not "do". */
const SHORTEST_CONTRACTED = 5;
/** In "IlyaMarek" a word ends before the M; in "McKay" and "MacRae" none does. */
const SHORTEST_OF_RUN_TOGETHER = 4;

/** Reusable buffer for short texts, which most are; nothing in it outlives a call. */
const SCRATCH = new Uint16Array(4096);
const NO_OFFSETS = new Uint32Array(0);
const NO_MARKS = new Uint8Array(0);

/** One pass over the text: what it writes, and the word it is in. */
function fold(original: string, withOffsets: boolean): FoldedText {
  const decoded = decodeEscapes(original, withOffsets);
  const { text, origin } = restoreReadingOrder(decoded, withOffsets);
  let out = text.length < SCRATCH.length ? SCRATCH : new Uint16Array(text.length + 32);
  let length = 0;
  let starts = withOffsets ? new Uint32Array(out.length) : NO_OFFSETS;
  let ends = withOffsets ? new Uint32Array(out.length) : NO_OFFSETS;
  let small = withOffsets ? new Uint8Array(out.length) : NO_MARKS;
  /** The start in `out` of the word that is being written, and whether two of its letters may be one. */
  let word = 0;
  let hasDigraph = false;
  /** How many letters the word of the original has so far, and whether the last is a small one. */
  let run = 0;
  let isAfterSmall = false;
  let last = SPACE;

  const lengthen = () => {
    out = doubled(out, new Uint16Array(out.length * 2));
    if (!withOffsets) return;
    starts = doubled(starts, new Uint32Array(out.length));
    ends = doubled(ends, new Uint32Array(out.length));
    small = doubled(small, new Uint8Array(out.length));
  };
  const write = (unit: number, start: number, end: number, isSmall: boolean) => {
    if (length === out.length) lengthen();
    if (withOffsets) {
      starts[length] = origin?.starts[start] ?? start;
      ends[length] = origin?.ends[end - 1] ?? end;
      small[length] = isSmall ? 1 : 0;
    }
    out[length] = unit;
    length += 1;
    last = unit;
  };
  const endWord = (at: number) => {
    run = 0;
    isAfterSmall = false;
    if (length === word) return;
    if (hasDigraph && length - word >= SHORTEST_CONTRACTED) contract();
    hasDigraph = false;
    write(SPACE, at, at + 1, false);
    word = length;
  };
  /** Takes the second letter out of the digraphs of the word. */
  const contract = () => {
    let to = word + 1;
    for (let from = to; from < length; from += 1) {
      const unit = out[from] ?? 0;
      if (isDigraph(out[to - 1] ?? 0, unit)) {
        if (withOffsets) ends[to - 1] = ends[from] ?? 0;
        continue;
      }
      out[to] = unit;
      if (withOffsets) {
        starts[to] = starts[from] ?? 0;
        ends[to] = ends[from] ?? 0;
        small[to] = small[from] ?? 0;
      }
      to += 1;
    }
    length = to;
  };
  const letter = (unit: number, start: number, end: number, kind: number) => {
    // A capital I inside a word looks like an l.
    const isRunTogether =
      kind === CAPITAL &&
      unit !== SMALL_I &&
      isAfterSmall &&
      run >= SHORTEST_OF_RUN_TOGETHER &&
      areSmall(text, end);
    if (isRunTogether || isDigit(last)) endWord(start);
    if (isDigraph(last, unit)) hasDigraph = true;
    run += 1;
    isAfterSmall = kind === SMALL;
    write(unit, start, end, isAfterSmall);
  };
  const digit = (unit: number, start: number, end: number) => {
    const isAfterLetter = last > NINE;
    const standsFor = isAfterLetter && LETTER_OF_DIGIT[String.fromCharCode(unit)];
    if (standsFor && isLetterAfterDigits(text, end)) {
      letter(standsFor.charCodeAt(0), start, end, isAfterSmall ? SMALL : NONE);
      return;
    }
    if (isAfterLetter) endWord(start);
    write(unit, start, end, false);
  };
  /** A character beyond ASCII; answers how many UTF-16 units it has. */
  const other = (at: number): number => {
    const code = text.codePointAt(at) ?? 0;
    const size = code > 0xffff ? 2 : 1;
    const folded = foldCharacter(code);
    for (let index = 0; index < folded.text.length; index += 1) {
      const unit = folded.text.charCodeAt(index);
      if (unit === SPACE) endWord(at);
      else if (isDigit(unit)) digit(unit, at, at + size);
      else letter(unit, at, at + size, folded.isSmall ? SMALL : folded.isCapital ? CAPITAL : NONE);
    }
    return size;
  };

  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = unit < 128 ? KINDS[unit] : -1;
    if (kind === SMALL) letter(unit, at, at + 1, SMALL);
    else if (kind === NONE) endWord(at);
    else if (kind === CAPITAL) letter(unit + 32, at, at + 1, CAPITAL);
    else if (kind === DIGIT) digit(unit, at, at + 1);
    else at += other(at) - 1;
  }
  endWord(text.length);
  const folded = out.subarray(0, Math.max(length - 1, 0));
  return { text: units.decode(folded), starts, ends, small };
}

const units = new TextDecoder('utf-16le');

function doubled<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

const isDigit = (unit: number) => unit >= 48 && unit <= NINE;

/** ae, oe, ue, aa and ss. */
function isDigraph(first: number, second: number): boolean {
  if (second === 101) return first === 97 || first === 111 || first === 117;
  return first === second && (second === 97 || second === 115);
}

/** Whether two small letters follow at this offset. */
function areSmall(text: string, at: number): boolean {
  return isSmallAt(text, at) && isSmallAt(text, at + 1);
}

function isSmallAt(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code < 128 ? KINDS[code] === SMALL : foldCharacter(code).isSmall;
}

/** Whether the next letter is part of the same word, with at most a few digits for letters in between. */
function isLetterAfterDigits(text: string, from: number): boolean {
  let at = from;
  while (at < from + MAX_DIGITS_FOR_LETTERS - 1 && (text[at] ?? '') in LETTER_OF_DIGIT) at += 1;
  const code = text.codePointAt(at) ?? 0;
  if (code < 128) return KINDS[code] === SMALL || KINDS[code] === CAPITAL;
  return foldCharacter(code).text.charCodeAt(0) > NINE;
}
