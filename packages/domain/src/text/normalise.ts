/** Every run of space characters: Unicode White_Space. */
const SPACES = /\p{White_Space}+/gu;

/** Control characters that are no space: no text of ours means anything by them. */
const CONTROLS = /(?!\p{White_Space})\p{Cc}/gu;

/**
 * Characters that show nothing and are copied along unseen: soft hyphens, zero-width spaces, word
 * joiners and byte order marks. What joins or parts letters (U+200C, U+200D) is seen, and stays.
 */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

const RIGHT_TO_LEFT =
  '[\\p{L}&&[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}]]';
const LEFT_TO_RIGHT = `[\\p{L}--${RIGHT_TO_LEFT}]`;
/**
 * Characters that take the direction of the letters on both sides: a few marks and spaces, where a run of
 * spaces counts as the one that it becomes. A run is matched whole, so that it is tried once.
 */
const SPACE = '\\p{White_Space}';
const AFTER = `(?:${SPACE}+(?!${SPACE})|[\\p{P}\\p{M}]){0,8}`;
const BEFORE = `(?:(?<!${SPACE})${SPACE}+|[\\p{P}\\p{M}]){0,8}`;
/** Runs of marks between letters. They are found first, so that other text costs nothing. */
const idle = (letter: string, mark: string) =>
  new RegExp(`(?<!${mark})(?=${mark})(?<=${letter}${BEFORE})${mark}+(?=${AFTER}${letter})`, 'gv');

/** Marks of a direction (U+200E; U+200F, U+061C) that the letters on both sides have anyway. */
const IDLE_LEFT_TO_RIGHT = idle(LEFT_TO_RIGHT, '\\u200E');
const IDLE_RIGHT_TO_LEFT = idle(RIGHT_TO_LEFT, '[\\u200F\\u061C]');
const DIRECTION_MARKS = /[\u200E\u200F\u061C]/;

/**
 * The normal form in which text is compared and quoted: the result of `cleanText`, with every run
 * of space characters one U+0020 and nothing at either end. Idempotent.
 */
export function normaliseText(value: string): string {
  return collapseSpaces(cleanText(value)).trim();
}

/**
 * NFC without what no reader sees: control characters, invisible ones and marks of a direction that
 * holds anyway. Lone surrogates, which can be neither stored nor sent, are replaced (U+FFFD); spaces
 * are left as they are.
 */
export function cleanText(value: string): string {
  const seen = value.toWellFormed().replace(CONTROLS, '').replace(INVISIBLE, '');
  return withoutIdleMarks(seen.normalize('NFC'));
}

function withoutIdleMarks(value: string): string {
  const idle = idleMarks(value);
  if (idle.size === 0) return value;
  const kept = value.split('').filter((_, at) => !idle.has(at));
  return kept.join('').normalize('NFC');
}

/** Offsets of direction marks without effect: the letters on both sides have that direction. */
export function idleMarks(value: string): Set<number> {
  const idle = new Set<number>();
  if (!DIRECTION_MARKS.test(value)) return idle;
  for (const pattern of [IDLE_LEFT_TO_RIGHT, IDLE_RIGHT_TO_LEFT])
    for (const { index, 0: marks } of value.matchAll(pattern))
      for (let at = index; at < index + marks.length; at++) idle.add(at);
  return idle;
}

/** Every run of space characters becomes one U+0020, at the ends too. */
export function collapseSpaces(value: string): string {
  return value.replace(SPACES, ' ');
}

/** A text on one line: clean, with single spaces and none at its ends. */
export const oneLine = (value: string): string => collapseSpaces(cleanText(value)).trim();

/** Whether a single character is a space (see `normaliseText`). */
export function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code === 0x20) return true;
  if (code > 0x20 && code < 0x7f) return false;
  return /^\p{White_Space}$/u.test(char);
}
