import { z } from 'zod';
import { ActorKind } from '../actors/actor.ts';
import { Register, Stance } from '../findings/finding-fields.ts';
import { boundedString, Day } from '../values.ts';
import type { ActorRow, BoardCell, IssueRow } from './board-view.ts';

/** More actors than can be read beside each other. */
const MAX_ACTORS = 10;
const slugs = new RegExp(
  `^[a-z0-9]+(?:-[a-z0-9]+)*(?:,[a-z0-9]+(?:-[a-z0-9]+)*){0,${MAX_ACTORS - 1}}$`,
);

/** Slugs of actors, with commas between: "ostrava,drenn-valley-movement". */
export const ActorSlugs = boundedString(1_009).regex(
  slugs,
  `name up to ${MAX_ACTORS} actors by their slugs, with commas between`,
);

/** What a stance board is narrowed to, as the keys of its address. */
export const BoardFilters = z.strictObject({
  /** As held at the end of this day of UTC, instead of now. */
  on: Day.optional(),
  /** Rows with a current finding of this stance. */
  stance: Stance.optional(),
  /** Where that was said; without a stance, rows with any current finding said there. */
  register: Register.optional(),
});
export type BoardFilters = z.infer<typeof BoardFilters>;

export const IssueBoardFilters = BoardFilters.extend({
  actorKind: ActorKind.optional(),
  /** These actors alone. */
  actors: ActorSlugs.optional(),
});
export type IssueBoardFilters = z.infer<typeof IssueBoardFilters>;

const registers = Register.options;

/** No more rows than these, of those heard last, before they are narrowed. */
export const BoardLimit = z.int().min(1).max(500).optional();

/** The rows that have what is filtered for. */
export function filterRows<Row extends IssueRow>(
  rows: readonly Row[],
  { stance, register }: Pick<BoardFilters, 'stance' | 'register'>,
): Row[] {
  const has = ({ findings }: BoardCell) =>
    stance === undefined
      ? findings.length > 0
      : findings.some((finding) => finding.stance === stance);
  if (stance === undefined && register === undefined) return [...rows];
  return rows.filter((row) =>
    registers.some((each) => (register === undefined || register === each) && has(row[each])),
  );
}

/** The rows of an issue's board that have what is filtered for. */
export function filterActorRows(
  rows: readonly ActorRow[],
  { actorKind, actors, ...rest }: IssueBoardFilters,
): ActorRow[] {
  const named = actors?.split(',');
  return filterRows(rows, rest).filter(
    (row) =>
      (actorKind === undefined || row.kind === actorKind) &&
      (named === undefined || named.includes(row.slug)),
  );
}
