import { tokensOf } from './words.ts';

/** A stretch of a comparison: in both texts, only in the old one, or only in the new one. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string };

/**
 * The difference between two texts word by word, spaces going with the word after them. Parts
 * without the added ones join up to `before`, without the removed ones to `after`.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, now] = [spacedTokens(before), spacedTokens(after)];
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') parts.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [...(alignTokens(old, now) ?? []), [old.length, now.length] as const]) {
    add('removed', old.slice(i, a).join(''));
    add('added', now.slice(j, b).join(''));
    add('same', old[a] ?? '');
    [i, j] = [a + 1, b + 1];
  }
  return parts;
}

/** The words of a text, each with the spaces before it; joined they are the text again. */
export function spacedTokens(text: string): string[] {
  let at = 0;
  const tokens = tokensOf(text).map((token) => {
    const spaced = text.slice(at, token.end);
    at = token.end;
    return spaced;
  });
  return at < text.length ? [...tokens, text.slice(at)] : tokens;
}

/** Beyond this many insertions and deletions two texts are different, not edited. */
const MAX_EDITS = 2000;

/**
 * The pairs of indices at which two sequences agree, in a shortest edit from one to the other
 * (Myers 1986, doi:10.1007/BF01840446); null if more than `maxEdits` would be needed.
 */
export function alignTokens(
  before: readonly string[],
  after: readonly string[],
  maxEdits = MAX_EDITS,
): [number, number][] | null {
  const [n, m] = [before.length, after.length];
  const limit = Math.min(maxEdits, n + m);
  // reach[k + limit] is how far along `before` the diagonal k = x - y has come, at first 0: so the
  // outermost diagonal k = d never goes down, and k = 0 starts at (0, -1).
  const reach = new Int32Array(2 * limit + 1);
  const at = (row: Int32Array, k: number) => row[k + limit] ?? 0;
  const goesDown = (row: Int32Array, k: number, d: number) =>
    k === -d || at(row, k - 1) < at(row, k + 1);
  const history: Int32Array[] = [];

  for (let d = 0; d <= limit; d++) {
    history.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(reach, k, d) ? at(reach, k + 1) : at(reach, k - 1) + 1;
      // Past the end of `after` there is nothing that a token of `before` could equal.
      while (x < n && before[x] === after[x - k]) x++;
      reach[k + limit] = x;
      if (x >= n && x - k >= m) return backtrack(d);
    }
  }
  return null;

  function backtrack(edits: number): [number, number][] {
    const pairs: [number, number][] = [];
    let [x, y] = [n, m];
    for (let d = edits; d >= 0; d--) {
      const row = history[d] ?? reach;
      const k = x - y;
      const previous = goesDown(row, k, d) ? k + 1 : k - 1;
      const fromX = at(row, previous);
      const fromY = fromX - previous;
      while (x > fromX && y > fromY) {
        x--;
        y--;
        pairs.push([x, y]);
      }
      [x, y] = [fromX, fromY];
    }
    return pairs.reverse();
  }
}
