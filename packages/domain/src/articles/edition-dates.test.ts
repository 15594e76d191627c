import { describe, expect, test } from 'vitest';
import { textTable } from '../testing/text-table.ts';
import type { Instant } from '../values.ts';
import { editionDates } from './edition-dates.ts';

/*
 * Days of one month, `-` for none. On the left what is known when a version is published, on the
 * right the dates it gets.
 */
const cases = textTable(`
  case                        version  out  first  publishAt  embargo  now  | visible  published  revised
  first_version               1        -    -      10         -        10   | 10       10         10
  scheduled_and_a_day_late    1        -    -      10         -        11   | 10       10         10
  under_embargo               1        -    -      10         15       10   | 15       15         15
  embargo_has_ended           1        -    -      10         05       10   | 10       10         10
  next_version_now            2        10   10     20         -        20   | 20       10         20
  next_with_the_first_time    2        10   10     10         -        20   | 10       10         20
  next_after_an_old_embargo   2        15   15     10         15       20   | 15       15         20
  next_before_the_embargo     2        15   15     12         15       12   | 15       15         15
  next_as_the_embargo_ends    2        15   15     10         15       15   | 15       15         15
  archived_and_back           1        -    10     20         -        20   | 20       10         20
  archived_on_its_first_day   1        -    20     20         -        20   | 20       20         20
  archived_back_with_embargo  1        -    10     20         25       20   | 25       10         25
  archived_before_it_was_out  1        -    15     12         -        12   | 12       12         12
`);

const day = (cell = '-'): Instant | null => (cell === '-' ? null : `2031-03-${cell}T09:00:00.000Z`);
const known = (cell = '-'): Instant => day(cell) ?? '';

describe('the dates of a version', () => {
  test.each(cases)('$case', (row) => {
    const dates = editionDates({
      version: Number(row.version),
      history: { publishedAt: day(row.out) },
      firstPublishedAt: day(row.first),
      publishAt: known(row.publishAt),
      embargoUntil: day(row.embargo),
      now: known(row.now),
    });
    expect(dates).toEqual({
      visibleFrom: day(row.visible),
      publishedAt: day(row.published),
      revisedAt: day(row.revised),
    });
  });
});
