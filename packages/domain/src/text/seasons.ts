/** A part of a year: its words before the year, the month it begins in (from 0) and how many it has. */
type Season = { readonly words: string; readonly from: number; readonly months: number };

const season = (words: string, from: number, months: number): Season => ({ words, from, months });

/** That of one year reaches into the next, or began in the one before: both are covered. */
const overTheYear = { from: 0, months: 14 };

/**
 * The divisions of a year in ISO 8601-2, by their codes instead of the month. If no hemisphere is
 * given (21 to 24), the months are those of the northern one.
 */
export const seasons: ReadonlyMap<number, Season> = new Map([
  [21, season('spring', 2, 3)],
  [22, season('summer', 5, 3)],
  [23, season('autumn', 8, 3)],
  [24, { words: 'winter', ...overTheYear }],
  [25, season('the northern spring of', 2, 3)],
  [26, season('the northern summer of', 5, 3)],
  [27, season('the northern autumn of', 8, 3)],
  [28, { words: 'the northern winter of', ...overTheYear }],
  [29, season('the southern spring of', 8, 3)],
  [30, { words: 'the southern summer of', ...overTheYear }],
  [31, season('the southern autumn of', 2, 3)],
  [32, season('the southern winter of', 5, 3)],
  [33, season('the first quarter of', 0, 3)],
  [34, season('the second quarter of', 3, 3)],
  [35, season('the third quarter of', 6, 3)],
  [36, season('the last quarter of', 9, 3)],
  [37, season('the first third of', 0, 4)],
  [38, season('the second third of', 4, 4)],
  [39, season('the last third of', 8, 4)],
  [40, season('the first half of', 0, 6)],
  [41, season('the second half of', 6, 6)],
]);
