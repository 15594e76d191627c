import { alignTokens } from './diff-words.ts';
import { tokensOf } from './words.ts';

/**
 * Follows an edit from an old text to a new one. The result maps a range of the old text to its
 * offset in the new text; null if the word it begins with was changed. The caller compares whether
 * the rest of the range is unchanged.
 */
export function alignTexts(
  oldText: string,
  newText: string,
): (start: number, end: number) => number | null {
  const head = commonStart(oldText, newText);
  const tail = commonEnd(oldText, newText, head);
  let middle: ((offset: number) => number | null) | undefined;

  return (start, end) => {
    if (end <= head) return start;
    if (start >= oldText.length - tail) return start + newText.length - oldText.length;
    middle ??= alignMiddle(oldText, newText, head, tail);
    return middle(start);
  };
}

/** Only what differs is compared word by word: the rest of a long text is the same. */
function alignMiddle(oldText: string, newText: string, head: number, tail: number) {
  // Words at the edges count whole: half of one may be common to both texts.
  const inMiddle = (length: number) => (token: { start: number; end: number }) =>
    token.end >= head && token.start <= length - tail;
  const old = tokensOf(oldText).filter(inMiddle(oldText.length));
  const now = tokensOf(newText).filter(inMiddle(newText.length));
  const pairs = new Map(
    alignTokens(
      old.map(({ text }) => text),
      now.map(({ text }) => text),
    ) ?? [],
  );
  return (offset: number): number | null => {
    const index = old.findIndex(({ start, end }) => start <= offset && offset < end);
    const token = old[index];
    const target = now[pairs.get(index) ?? -1];
    return token && target ? target.start + offset - token.start : null;
  };
}

function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string, head: number): number {
  const limit = Math.min(a.length, b.length) - head;
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
