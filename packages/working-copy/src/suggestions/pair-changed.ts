import { spacedTokens } from '@viewpoints/domain/text/diff-words';
import type { Json } from './json.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/** Minimum share of equal words for a block or a note to count as another one, changed. */
const leastShared = 0.5;
/** Maximum number of pairs to compare. Beyond it, they are paired by their place. */
const maxCompared = 10_000;

/** Pairs blocks, or notes, before a save with what they became after it, in order. */
export function pairChanged(before: readonly Json[], after: readonly Json[]): [number, number][] {
  const old = before.map((block) => wordsOf(withoutSuggestions([block])));
  const now = after.map((block) => wordsOf([block]));
  const isTooMany = before.length * after.length > maxCompared;
  const pairs: [number, number][] = [];
  let from = 0;
  for (const [index, words] of old.entries()) {
    let best: { at: number; share: number } | null = null;
    for (let at = from; at < after.length; at += 1) {
      if ((isTooMany && at !== index) || before[index]?.type !== after[at]?.type) continue;
      // Words suggested in an empty paragraph stay in the one that is written there.
      const share = words.size === 0 && at === index ? 1 : sharedOf(words, now[at] ?? new Map());
      if (share >= leastShared && share > (best?.share ?? 0)) best = { at, share };
    }
    if (best === null) continue;
    pairs.push([index, best.at]);
    from = best.at + 1;
  }
  return pairs;
}

type Counts = ReadonlyMap<string, number>;

/** The share of equal words in two texts, from 0 to 1. */
function sharedOf(one: Counts, other: Counts): number {
  const sum = (counts: Counts) => [...counts.values()].reduce((total, count) => total + count, 0);
  let same = 0;
  for (const [word, count] of one) same += Math.min(count, other.get(word) ?? 0);
  const all = sum(one) + sum(other);
  return all === 0 ? 0 : (2 * same) / all;
}

function wordsOf(nodes: readonly Json[]): Counts {
  const counts = new Map<string, number>();
  const visit = (node: Json) => {
    for (const word of spacedTokens(node.text ?? '')) {
      const own = word.trim();
      if (own !== '') counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    for (const child of node.content ?? []) visit(child);
  };
  for (const node of nodes) visit(node);
  return counts;
}
