import { attributesIn, type Json, keyIn } from './json.ts';
import { type PlacedBlock, placeBlocks } from './move-blocks.ts';
import { readBlockChange } from './suggestion.ts';

/**
 * The titles that go with a callout if its last block leaves it, for each block that a suggestion would
 * take out. A block counts as one that stays only if nothing that is suggested takes it away.
 */
export function lostTitles(nodes: readonly Json[]): Map<Json, string[]> {
  const callouts = new Map<Json, PlacedBlock[]>();
  for (const placed of placeBlocks(nodes))
    for (const container of placed.within)
      if (titleOf(container) !== null)
        callouts.set(container, [...(callouts.get(container) ?? []), placed]);
  const lost = new Map<Json, string[]>();
  for (const [callout, blocks] of callouts) {
    const title = titleOf(callout);
    const leaving = blocks
      .filter(({ block }) => isMovedOut(block, title))
      .map(({ block }) => block);
    const isLost = blocks.every((each) => leaving.includes(each.block) || mayGo(each, callout));
    if (title !== null && isLost)
      for (const block of leaving) lost.set(block, [...(lost.get(block) ?? []), title]);
  }
  return lost;
}

function titleOf({ type, ...rest }: { type: string; attrs?: unknown }): string | null {
  const { title } = attributesIn({ type, ...rest });
  return type === 'callout' && typeof title === 'string' ? title : null;
}

function isMovedOut(block: Json, title: string | null): boolean {
  const move = readBlockChange(attributesIn(block).suggestedChange)?.to.move;
  return move !== undefined && !move.within.some((container) => titleOf(container) === title);
}

/** Whether a block is only suggested, or may be deleted or joined to another one. */
const mayGo = ({ block, within }: PlacedBlock, callout: Json): boolean =>
  [block, ...within.slice(within.indexOf(callout) + 1)].some((node) =>
    (['suggestedInsertion', 'suggestedDeletion', 'suggestedJoin'] as const).some(
      (name) => keyIn(node, name) !== null,
    ),
  );
