import { attributesIn, insertedBy, type Json, joinRuns, withAttributes } from './json.ts';
import { suggestedBreak } from './suggestion.ts';

/** Blocks whose words may be divided, and joined to those of another. */
const divisible = ['paragraph', 'heading', 'keyPoint'];

/**
 * Divides paragraphs at breaks that were accepted, those without the suggestion that they were of, and
 * joins what is to be joined to the words before it.
 */
export function divideBlocks(root: Json): Json {
  const divided = { ...root, content: (root.content ?? []).flatMap(divide) };
  return joinMarked(divided);
}

const isBreak = (node: Json): boolean => node.type === suggestedBreak && insertedBy(node) === null;

function divide(node: Json): Json[] {
  const { content } = node;
  if (content === undefined) return [node];
  if (!content.some(isBreak)) return divideItem(node, content.map(divide));
  const parts: Json[][] = [[]];
  for (const child of content) {
    if (isBreak(child)) parts.push([]);
    else parts.at(-1)?.push(child);
  }
  if (!divisible.includes(node.type))
    // A caption is one paragraph, whatever was suggested.
    return [{ ...node, content: joinRuns(content.filter((child) => !isBreak(child))) }];
  return parts.map((part, index) => (index === 0 ? holding(node, part) : after(node, part)));
}

/** The item of a list whose first paragraph was divided is two items. */
function divideItem(node: Json, children: readonly Json[][]): Json[] {
  const [first = [], ...rest] = children;
  if (node.type !== 'listItem' || first.length < 2) return [{ ...node, content: children.flat() }];
  return first.map((paragraph, index) => {
    const isLast = index === first.length - 1;
    const item = index === 0 ? node : { type: node.type };
    return { ...item, content: isLast ? [paragraph, ...rest.flat()] : [paragraph] };
  });
}

function holding(node: Json, content: readonly Json[]): Json {
  const { content: _, ...rest } = node;
  return content.length > 0 ? { ...rest, content: joinRuns(content) } : rest;
}

/** The block after a break: of the same kind, but prose after a heading. */
function after(node: Json, content: readonly Json[]): Json {
  if (node.type === 'heading') return holding({ type: 'paragraph' }, content);
  const own = Object.entries(attributesIn(node)).filter(([name]) => !name.startsWith('suggested'));
  const { isJoined: _, ...rest } = node;
  return holding(withAttributes(rest, Object.fromEntries(own)), content);
}

/** Joins each block that is marked so to the words before it, skipping suggestions. */
function joinMarked(root: Json): Json {
  const copy = structuredClone(root);
  const blocks: Json[] = [];
  const around = new Map<Json, Json[]>();
  const visit = (node: Json, isSuggested: boolean, parents: Json[]) => {
    const isHere = isSuggested || insertedBy(node) !== null;
    if (divisible.includes(node.type) && !isHere) blocks.push(node);
    around.set(node, parents);
    for (const child of node.content ?? []) visit(child, isHere, [node, ...parents]);
  };
  visit(copy, false, []);
  const gone = new Set<Json>();
  let before: Json | null = null;
  for (const node of blocks) {
    const isJoined = node.isJoined === true;
    delete node.isJoined;
    if (!isJoined || before === null) {
      before = node;
      continue;
    }
    before.content = joinRuns([...(before.content ?? []), ...(node.content ?? [])]);
    if (before.content.length === 0) delete before.content;
    gone.add(node);
    moveRest(node, around.get(node) ?? [], { before, parents: around.get(before) ?? [] });
  }
  return gone.size > 0 ? prune(copy, gone) : copy;
}

/** Content below the words of an item that was joined to the one before it moves with them. */
function moveRest(
  node: Json,
  [item, ...outer]: readonly Json[],
  { before, parents: [last, ...parents] }: { before: Json; parents: readonly Json[] },
): void {
  const isNext = item?.type === 'listItem' && last?.type === 'listItem' && item !== last;
  if (!isNext || parents.length !== outer.length || item.content?.[0] !== node) return;
  const rest = item.content.splice(1);
  const content = last.content ?? [];
  content.splice(content.indexOf(before) + 1, 0, ...rest);
}

/** Without the blocks that are gone, and what held nothing but them. */
function prune(node: Json, gone: ReadonlySet<Json>): Json {
  if (node.content === undefined) return node;
  const isEmptied = (child: Json) =>
    (child.content?.length ?? 0) > 0 && child.content?.every((each) => isGone(each));
  const isGone = (child: Json): boolean => gone.has(child) || isEmptied(child) === true;
  return {
    ...node,
    content: node.content.filter((child) => !isGone(child)).map((child) => prune(child, gone)),
  };
}
