import { type Block, kindOfBlock } from '@viewpoints/domain/document/blocks';
import { alignTokens } from '@viewpoints/domain/text/diff-words';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  hasSuggestions,
  insertedBy,
  isCommentMark,
  type Json,
  joinRuns,
  withMarks,
} from './json.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/**
 * A text that is written by a call, as a saved one or one of the past, with the suggestions that are in
 * the text it replaces: in blocks that say the same. Those in other blocks go with what they were about.
 * @param before with its suggestions, which the domain accepts without them
 */
export function keepSuggestions(before: readonly Json[], after: readonly Json[]): Json[] {
  if (!hasSuggestions(before)) return [...after];
  const old = before.map((block) => ({ block, key: keyOf(withoutSuggestions([block])) }));
  const said = old.filter(({ block }) => insertedBy(block) === null);
  const pairs = alignTokens(
    said.map(({ key }) => key),
    after.map((block) => keyOf([block])),
  );
  const placeOf = new Map((pairs ?? []).map(([from, to]) => [said[from], to] as const));
  const blocks: Json[] = [...after];
  for (const [each, to] of placeOf)
    if (each !== undefined && hasSuggestions([each.block])) blocks[to] = each.block;
  const added = new Map<number, Json[]>();
  for (const [index, { block }] of old.entries()) {
    if (insertedBy(block) === null) continue;
    const at = placeFor(old, index, (each) => placeOf.get(each));
    if (at !== null) added.set(at, [...(added.get(at) ?? []), block]);
  }
  return [
    ...(added.get(0) ?? []),
    ...blocks.flatMap((block, at) => [block, ...(added.get(at + 1) ?? [])]),
  ];
}

/** Before which block something that is only suggested comes: where one of its neighbours still is. */
function placeFor<Each extends { block: Json }>(
  all: readonly Each[],
  index: number,
  placeOf: (each: Each) => number | undefined,
): number | null {
  const isSaid = ({ block }: Each) => insertedBy(block) === null;
  const before = all.slice(0, index).findLast(isSaid);
  const after = all.slice(index + 1).find(isSaid);
  const [from, to] = [before && placeOf(before), after && placeOf(after)];
  if (from !== undefined) return from + 1;
  return to ?? null;
}

/** What blocks say, whatever is said of them. */
const keyOf = (blocks: readonly Json[]): string =>
  stableJson(
    blocks
      .map(withoutComments)
      .flatMap((block) => kindOfBlock(block as Block).normalise(block as Block)),
  );

function withoutComments(node: Json): Json {
  if (node.type === 'text')
    return withMarks(
      node,
      (node.marks ?? []).filter((mark) => !isCommentMark(mark)),
    );
  return node.content === undefined
    ? node
    : { ...node, content: joinRuns(node.content.map(withoutComments)) };
}
