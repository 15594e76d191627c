import { alignTokens, spacedTokens } from '../text/diff-words.ts';
import { stableJson } from '../text/stable-json.ts';
import { type BlockNode, contentOfNode } from './blocks.ts';
import type { Inline } from './inline.ts';

/**
 * How the nodes of two states of a text correspond, in order: the same on both sides, one that
 * became another, only before, or only after. `moved` is the place of the same node on the other
 * side, where it is found there but not in the same order.
 */
export type NodePair =
  | { kind: 'same' | 'changed'; before: number; after: number }
  | { kind: 'removed'; before: number; moved: number | null }
  | { kind: 'added'; after: number; moved: number | null };

type Nodes = readonly BlockNode[];
type Range = readonly [start: number, end: number];

/** Pairs nodes that are the same, and between those the ones that have most words in common. */
export function pairNodes(old: Nodes, now: Nodes): NodePair[] {
  if (isRow(old) && isRow(now) && old.length === now.length) return pairCells(old, now);
  const [oldKeys, nowKeys] = [old.map(stableJson), now.map(stableJson)];
  const same = alignTokens(oldKeys, nowKeys) ?? [];
  const moved = movedNodes(oldKeys, nowKeys, same, (place) => wordsIn(old[place]).size > 0);
  const pairs: NodePair[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...same, [old.length, now.length] as const]) {
    pairs.push(...pairChanged(old, now, [i, a], [j, b], moved));
    if (a < old.length) pairs.push({ kind: 'same', before: a, after: b });
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

const isRow = (nodes: Nodes) =>
  nodes.length > 0 && nodes.every(({ type }) => type === 'tableCell' || type === 'tableHeader');

/** A cell of a row is the one in the same column, whatever is written in it. */
const pairCells = (old: Nodes, now: Nodes): NodePair[] =>
  old.map((cell, place) => ({
    kind: stableJson(cell) === stableJson(now[place]) ? 'same' : 'changed',
    ...{ before: place, after: place },
  }));

type Moved = { to: ReadonlyMap<number, number>; from: ReadonlyMap<number, number> };

/** Nodes with words that are on both sides, but in another order. */
function movedNodes(
  oldKeys: readonly string[],
  nowKeys: readonly string[],
  same: readonly (readonly [number, number])[],
  hasWords: (place: number) => boolean,
): Moved {
  const [stayed, here] = [new Set(same.map(([a]) => a)), new Set(same.map(([, b]) => b))];
  const waiting = new Map<string, number[]>();
  for (const [place, key] of nowKeys.entries())
    if (!here.has(place)) waiting.set(key, [...(waiting.get(key) ?? []), place]);
  const [to, from] = [new Map<number, number>(), new Map<number, number>()];
  for (const [place, key] of oldKeys.entries()) {
    if (stayed.has(place) || !hasWords(place)) continue;
    const target = waiting.get(key)?.shift();
    if (target === undefined) continue;
    to.set(place, target);
    from.set(target, place);
  }
  return { to, from };
}

/** Pairs what is between two nodes that stayed the same. */
function pairChanged(
  old: Nodes,
  now: Nodes,
  oldRange: Range,
  nowRange: Range,
  { to, from }: Moved,
): NodePair[] {
  const before = places(oldRange).filter((place) => !to.has(place));
  const after = places(nowRange).filter((place) => !from.has(place));
  const became = new Map(
    pairSimilar(
      before.map((place) => old[place]),
      after.map((place) => now[place]),
    ).map(([i, j]) => [before[i] ?? -1, after[j] ?? -1]),
  );
  const pairs: NodePair[] = [];
  let next = nowRange[0];
  const addUntil = (end: number) => {
    for (; next < end; next += 1)
      pairs.push({ kind: 'added', after: next, moved: from.get(next) ?? null });
  };
  for (const place of places(oldRange)) {
    const partner = became.get(place);
    if (partner === undefined) {
      pairs.push({ kind: 'removed', before: place, moved: to.get(place) ?? null });
      continue;
    }
    addUntil(partner);
    pairs.push({ kind: 'changed', before: place, after: partner });
    next = partner + 1;
  }
  addUntil(nowRange[1]);
  return pairs;
}

const places = ([start, end]: Range): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/** Below this share of common words one node did not become the other. */
const LEAST_ALIKE = 0.3;

/** Words that are compared at most to find which node became which: beyond it, the first the first. */
const MAX_COMPARISONS = 2_000_000;

type Words = Map<string, number>;

/** Pairs of places, in order on both sides, so that what is paired is as alike as can be. */
function pairSimilar(
  old: readonly (BlockNode | undefined)[],
  now: readonly (BlockNode | undefined)[],
): [number, number][] {
  if (old.length === 0 || now.length === 0) return [];
  const [oldWords, nowWords] = [old.map(wordsIn), now.map(wordsIn)];
  const cost = total(oldWords) * now.length + old.length * now.length;
  const isAlike = (i: number, j: number) =>
    alike(old[i], now[j], oldWords[i] ?? new Map(), nowWords[j] ?? new Map());
  if (cost > MAX_COMPARISONS)
    return places([0, Math.min(old.length, now.length)])
      .filter((place) => isAlike(place, place) >= LEAST_ALIKE)
      .map((place) => [place, place]);

  const width = now.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const scores = new Float64Array(old.length * now.length);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const score = isAlike(i, j);
      scores[i * now.length + j] = score;
      const paired = score >= LEAST_ALIKE ? score + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const score = scores[i * now.length + j] ?? 0;
    if (score >= LEAST_ALIKE && at(i, j) === score + at(i + 1, j + 1)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

const total = (words: readonly Words[]) => words.reduce((sum, { size }) => sum + size, 0);

/** How much two nodes have in common, from 0 to 1; 0 where they hold different sorts of things. */
function alike(
  old: BlockNode | undefined,
  now: BlockNode | undefined,
  oldWords: Words,
  nowWords: Words,
): number {
  if (!old || !now || contentOfNode(old).holds !== contentOfNode(now).holds) return 0;
  const [oldSize, nowSize] = [countOf(oldWords), countOf(nowWords)];
  // Without words on one side there is only its kind to go by: a picture, an empty cell.
  if (oldSize === 0 || nowSize === 0) return old.type === now.type ? 0.5 : 0;
  let common = 0;
  for (const [word, count] of oldWords) common += Math.min(count, nowWords.get(word) ?? 0);
  return (2 * common) / (oldSize + nowSize);
}

const countOf = (words: Words): number => words.values().reduce((sum, count) => sum + count, 0);

function wordsIn(node: BlockNode | undefined): Words {
  const words: Words = new Map();
  for (const text of node ? textsIn(node) : [])
    for (const token of spacedTokens(text)) {
      const word = token.trim();
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  return words;
}

function textsIn(node: BlockNode): string[] {
  const content = contentOfNode(node);
  if (content.holds === 'blocks') return content.content.flatMap(textsIn);
  return content.holds === 'nothing' ? [] : content.content.flatMap(textOf);
}

const textOf = (inline: Inline): string[] => {
  if (inline.type === 'text') return [inline.text];
  return inline.type === 'footnote' ? inline.content.flatMap(textOf) : [];
};
