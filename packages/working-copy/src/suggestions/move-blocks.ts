import { stableJson } from '@viewpoints/domain/text/stable-json';
import { attributesIn, type Json, withAttributes } from './json.ts';
import { type BlockMove, suggestionAttributes } from './suggestion.ts';

/** Nodes that contain blocks and no words of their own. */
const containerTypes = [
  'blockQuote',
  'callout',
  'keyPoints',
  'bulletList',
  'orderedList',
  'listItem',
];
export const isContainer = (type: string): boolean => containerTypes.includes(type);

/** A container of a block: the node itself, or what it would be. */
type Container = { type: string; attrs?: unknown };

/** A block with the containers around it, the outermost first. Tables and pictures are blocks as well. */
export type PlacedBlock = {
  block: Json;
  within: readonly Json[];
  /** How many of these also contain the block before it. */
  shared: number;
};

/** The blocks of a text in their order, each with its containers. */
export function placeBlocks(nodes: readonly Json[]): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  const visit = (children: readonly Json[], within: readonly Json[]) => {
    for (const node of children) {
      if (isContainer(node.type) && node.content !== undefined && node.content.length > 0) {
        visit(node.content, [...within, node]);
        continue;
      }
      const before = placed.at(-1)?.within ?? [];
      placed.push({ block: node, within, shared: countSame(before, within, (a, b) => a === b) });
    }
  };
  visit(nodes, []);
  return placed;
}

function countSame<A, B>(
  one: readonly A[],
  other: readonly B[],
  isSame: (a: A, b: B) => boolean,
): number {
  let count = 0;
  for (const [index, a] of one.entries()) {
    const b = other[index];
    if (b === undefined || !isSame(a, b)) break;
    count += 1;
  }
  return count;
}

/**
 * How many of its containers a block that is not moved shares with the block before it, if that is now
 * in others: those that it shared before, as far as they are alike.
 */
export const keptShare = (before: readonly Container[], { within, shared }: PlacedBlock): number =>
  Math.min(shared, countSame(before, within, isAlike));

/** Whether two containers are of the same kind and have the same attributes. */
const isAlike = (a: Container, b: Container): boolean => kindOf(a) === kindOf(b);

/** The kind and attributes of a container as a string to compare, without what is suggested of it. */
export const kindOf = ({ type, attrs }: Container): string =>
  stableJson([
    type,
    Object.fromEntries(
      Object.entries(attrs ?? {}).filter(
        ([name, value]) =>
          (value ?? null) !== null && !suggestionAttributes.some((each) => each === name),
      ),
    ),
  ]);

/** A container that is being filled, and the one of the text before that it is, or is a part of. */
type Open = { node: Json & { content: Json[] }; of: Container };

/**
 * A text in which some blocks are in other containers. What comes after them stays in its own, which may
 * be divided: a list is two lists where an item in its middle is taken out.
 * @param moveOf where a block goes; null for one that stays
 */
export function moveBlocks(
  nodes: readonly Json[],
  moveOf: (block: Json) => BlockMove | null,
): Json[] {
  const placed = placeBlocks(nodes);
  if (!placed.some(({ block }) => moveOf(block) !== null)) return [...nodes];
  const root: Json[] = [];
  const begun = new Set<Container>();
  let open: Open[] = [];
  for (const each of placed) {
    const move = moveOf(each.block);
    const within: readonly Container[] = move?.within ?? each.within;
    const most = move?.shared ?? each.shared;
    open = open.slice(0, Math.min(most, countSame(open, within, canContinue)));
    for (const container of within.slice(open.length)) {
      // A block that is moved within its containers has a copy of them.
      const of = each.within.find((own) => own === container || isAlike(own, container));
      const whole = emptied(container);
      const node = {
        ...(of !== undefined && begun.has(of) ? untitled(whole) : whole),
        content: [],
      };
      if (of !== undefined) begun.add(of);
      (open.at(-1)?.node.content ?? root).push(node);
      open.push({ node, of: container });
    }
    (open.at(-1)?.node.content ?? root).push(each.block);
  }
  return root;
}

/**
 * Whether a block can go on in an open container. Not in one that is only suggested, or may be deleted by
 * a suggestion: the block would disappear with it.
 */
const canContinue = ({ of }: Open, container: Container): boolean =>
  of === container || (isAlike(of, container) && !isSuggested(of) && !isSuggested(container));

const isSuggested = ({ attrs }: Container): boolean =>
  suggestionAttributes.some((name) => (attributesIn({ type: '', attrs })[name] ?? null) !== null);

function emptied(container: Container): Json {
  const { type, attrs } = container;
  return withAttributes({ type }, attributesIn({ type, attrs }));
}

/** The second part of a container that is divided: the title is over the first one. */
const untitled = (node: Json): Json =>
  attributesIn(node).title === undefined
    ? node
    : withAttributes(node, { ...attributesIn(node), title: null });
