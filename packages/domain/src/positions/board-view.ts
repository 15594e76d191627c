import { z } from 'zod';
import { ActorKind } from '../actors/actor.ts';
import { AttributionTerms } from '../attribution/terms.ts';
import { Condition, Polarity, Register, Stance } from '../findings/finding-fields.ts';
import { Named } from '../findings/finding-view.ts';
import { IssueView } from '../issues/issue-view.ts';
import { Direction, Id } from '../values.ts';

/** A finding on a stance board: what a reader sees of it before opening it. */
export const BoardFinding = z.strictObject({
  id: Id,
  stance: Stance,
  polarity: Polarity,
  proposition: z.string(),
  language: z.string(),
  direction: Direction,
  conditions: z.array(Condition),
  register: Register,
  /** When it was held, as a loose date (EDTF); null if that is not known. */
  asOf: z.string().nullable(),
  /** The holder in this row, e.g. "the leadership of Ostrava (second hand)". */
  holder: z.string(),
  /** On whose word: the one public wording of the source, and the terms it spoke on. */
  wording: z.string(),
  /** The source's page; null for one that is not named. */
  source: z.string().nullable(),
  terms: AttributionTerms.exclude(['off_record']),
  termsLabel: z.string(),
  article: z.strictObject({ slug: z.string(), headline: z.string() }),
});
export type BoardFinding = z.infer<typeof BoardFinding>;

/** What was looked for and not found: until when (EDTF), and what was searched. */
export const BoardNullResult = z.strictObject({
  id: Id,
  asOf: z.string(),
  searched: z.string(),
  language: z.string(),
  direction: Direction,
});
export type BoardNullResult = z.infer<typeof BoardNullResult>;

/**
 * What a cell of a stance board says. `split`: current findings differ in their stance; `past`: there
 * are only positions that have been left since. The others are the blanks that must be told apart: they
 * were silent; it was looked for and not found; nobody has looked, as far as readers are told.
 */
export const BoardCellKind = z.enum([
  'held',
  'split',
  'past',
  'silent',
  'not_found',
  'not_looked_for',
]);
export type BoardCellKind = z.infer<typeof BoardCellKind>;

export const BoardCell = z.strictObject({
  kind: BoardCellKind,
  /** Current findings, the one held last first. */
  findings: z.array(BoardFinding),
  /** The loose date since when the stance of the first is known without a change; null if not dated. */
  since: z.string().nullable(),
  /**
   * What the first replaced by a change of position, never what the journal corrected; where all has
   * been left since, what was held last.
   */
  was: BoardFinding.nullable(),
  /** What was looked for since, and not found. */
  notFound: BoardNullResult.nullable(),
});
export type BoardCell = z.infer<typeof BoardCell>;

/** A row: one actor on the issue of the board, or one issue of its actor. */
const row = {
  slug: z.string(),
  name: z.string(),
  public: BoardCell,
  private: BoardCell,
  /** Findings that do not say whether it was in public. */
  unknown: BoardCell,
};

export const ActorRow = z.strictObject({ ...row, kind: ActorKind });
export type ActorRow = z.infer<typeof ActorRow>;

export const IssueRow = z.strictObject(row);
export type IssueRow = z.infer<typeof IssueRow>;

/** The stance board of an issue: where each actor stands on it, now or on a day (`on`, YYYY-MM-DD). */
export const IssueBoardView = z.strictObject({
  issue: IssueView,
  on: z.string().nullable(),
  rows: z.array(ActorRow),
});
export type IssueBoardView = z.infer<typeof IssueBoardView>;

/** The stance boards of actors, turned: where each of them stands on every issue. */
export const ActorBoardView = z.strictObject({
  on: z.string().nullable(),
  actors: z.array(Named.extend({ rows: z.array(IssueRow) })).min(1),
});
export type ActorBoardView = z.infer<typeof ActorBoardView>;
