import type { Stance } from './finding-fields.ts';

/** The meaning of each stance: readers and editors get the same explanation. */
export const stanceMeanings: Record<Stance, string> = {
  supports: 'They are for it.',
  pledges: 'They say that they will do it.',
  accepts_if: 'They would take it, on the conditions given.',
  open_to: 'They would talk about it.',
  proposes: 'They put it forward themselves.',
  requires: 'Without it they will not go on.',
  rejects: 'They are against it.',
  refuses: 'They say that they will not do it.',
  warns: 'They say what would follow.',
  regrets: 'They are sorry that it happened.',
  asserts: 'They say that it is so.',
  silent: 'They have said nothing, where that is worth knowing.',
};

/** From yes to no, then what is neither. */
export const stancesInOrder = Object.keys(stanceMeanings) as Stance[];
