import type { FindingState, Quote } from '@viewpoints/domain/findings/finding';
import type { EditorRange } from './text-positions.ts';

/** The part of a finding that the text needs; one that is being written has no number yet. */
export type TrackedFinding = {
  id: string;
  number: number | null;
  state: FindingState;
  quote: Quote;
};

/**
 * Where a finding's quote is in the editor. `stands` while its words are exactly the quote's;
 * `edited` when they were changed (`range` is where they were); `missing` when nothing is left.
 */
export type Track = {
  finding: TrackedFinding;
  standing: 'stands' | 'edited' | 'missing';
  range: EditorRange | null;
};
