import { describe, expect, test } from 'vitest';
import { aFindingView } from '../testing/a-finding-view.ts';
import { ActorSlugs, BoardFilters, filterActorRows } from './board-filters.ts';
import { stanceBoard } from './stance-board.ts';

const actor = (name: string, kind: 'state' | 'group') => ({ slug: name.toLowerCase(), name, kind });
const rows = stanceBoard(
  [
    { row: actor('Ostrava', 'state'), finding: aFindingView(1, { stance: 'rejects' }) },
    { row: actor('Ostrava', 'state'), finding: aFindingView(2, { register: 'private' }) },
    { row: actor('Velmark', 'state'), finding: aFindingView(3) },
    { row: actor('Marsh', 'group'), finding: aFindingView(4, { register: 'private' }) },
  ].map((each) => ({ ...each, actor: each.row.slug })),
  [],
);
const named = (filters: Parameters<typeof filterActorRows>[1]) =>
  filterActorRows(rows, filters).map(({ name }) => name);

describe('a filtered board', () => {
  test.each([
    [{}, ['Marsh', 'Ostrava', 'Velmark']],
    [{ stance: 'supports' as const }, ['Marsh', 'Ostrava', 'Velmark']],
    [{ stance: 'rejects' as const }, ['Ostrava']],
    [{ stance: 'supports' as const, register: 'private' as const }, ['Marsh', 'Ostrava']],
    [{ stance: 'rejects' as const, register: 'private' as const }, []],
    [{ register: 'public' as const }, ['Ostrava', 'Velmark']],
    [{ actorKind: 'group' as const }, ['Marsh']],
    [{ actors: 'velmark,marsh' }, ['Marsh', 'Velmark']],
    [{ actors: 'nobody' }, []],
  ])('by %j has the rows of %j', (filters, expected) => {
    expect(named(filters)).toEqual(expected);
  });
});

describe('a day of a board', () => {
  test('is one that a calendar and a database have', () => {
    const isDay = (on: string) => BoardFilters.safeParse({ on }).success;
    expect(['0001-01-01', '2031-02-28', '9999-12-31'].filter((on) => !isDay(on))).toEqual([]);
    expect(['0000-12-31', '2031-02-30', '+10000-01-01', 'today'].filter(isDay)).toEqual([]);
  });
});

describe('slugs of actors in an address', () => {
  test.each(['ostrava', 'ostrava,drenn-valley-movement'])('may be %s', (value) => {
    expect(ActorSlugs.safeParse(value).success).toBe(true);
  });
  test.each(['', ',', 'ostrava,', 'Ostrava', 'a b', Array(11).fill('a').join(',')])(
    'may not be "%s"',
    (value) => {
      expect(ActorSlugs.safeParse(value).error?.issues[0]?.message).toContain('up to 10 actors');
    },
  );
});
