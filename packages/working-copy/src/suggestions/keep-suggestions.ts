import { type Block, kindOfBlock } from '@viewpoints/domain/document/blocks';
import { alignTokens } from '@viewpoints/domain/text/diff-words';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  carryInLine,
  isInLine,
  plainKeyOf,
  withoutComments,
  withSuggestedAttributes,
} from './carry-suggestions.ts';
import { hasSuggestions, insertedBy, type Json } from './json.ts';
import { pairChanged } from './pair-changed.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/**
 * A text that is written by a call, as a saved one or one of the past, with the suggestions that are in
 * the text it replaces. In blocks whose words were changed they stay with the words that are left; those in
 * blocks that are gone go with them.
 * @param before with its suggestions, which the domain accepts without them
 */
export function keepSuggestions(before: readonly Json[], after: readonly Json[]): Json[] {
  return hasSuggestions(before) ? keepAmong(before, after, keyOf) : [...after];
}

/** Neighbouring blocks, each with the suggestions of the block that it was before. */
function keepAmong(
  before: readonly Json[],
  after: readonly Json[],
  nameOf: (blocks: readonly Json[]) => string,
): Json[] {
  const old = before.map((block) => ({ block, key: nameOf(withoutSuggestions([block])) }));
  const said = old.filter(({ block }) => insertedBy(block) === null);
  const pairs = alignTokens(
    said.map(({ key }) => key),
    after.map((block) => nameOf([block])),
  );
  const placeOf = new Map((pairs ?? []).map(([from, to]) => [said[from], to] as const));
  const blocks: Json[] = [...after];
  for (const [each, to] of placeOf)
    if (each !== undefined && hasSuggestions([each.block])) blocks[to] = each.block;
  const ends = [...(pairs ?? []), [said.length, after.length] as const];
  let [from, to] = [0, 0];
  for (const [a, b] of ends) {
    const changed = said.slice(from, a);
    for (const [each, at] of pairChanged(
      changed.map(({ block }) => block),
      after.slice(to, b),
    )) {
      const [was, is] = [changed[each], after[to + at]];
      if (was === undefined || is === undefined) continue;
      placeOf.set(was, to + at);
      if (hasSuggestions([was.block])) blocks[to + at] = keepInBlock(was.block, is);
    }
    [from, to] = [a + 1, b + 1];
  }
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

/** A block that a save changed, with the suggestions that are about it or in its words. */
function keepInBlock(before: Json, after: Json): Json {
  const block = withSuggestedAttributes(after, before);
  const [old, now] = [before.content ?? [], after.content ?? []];
  const isLine = [...old, ...now].some(isInLine);
  const content = isLine ? carryInLine(old, now) : keepAmong(old, now, plainKeyOf);
  return content.length > 0 ? { ...block, content } : block;
}

/** Before which block a suggested one comes: next to a neighbour that is left. */
function placeFor<Each extends { block: Json }>(
  all: readonly Each[],
  index: number,
  placeOf: (each: Each) => number | undefined,
): number | null {
  const placeAt = (at: number) => {
    const each = all[at];
    return each === undefined || insertedBy(each.block) !== null ? undefined : placeOf(each);
  };
  for (let at = index - 1; at >= 0; at -= 1) {
    const place = placeAt(at);
    if (place !== undefined) return place + 1;
  }
  for (let at = index + 1; at < all.length; at += 1) {
    const place = placeAt(at);
    if (place !== undefined) return place;
  }
  return null;
}

/** The text of blocks, without suggestions on them. */
const keyOf = (blocks: readonly Json[]): string =>
  stableJson(
    blocks
      .map(withoutComments)
      .flatMap((block) => kindOfBlock(block as Block).normalise(block as Block)),
  );
