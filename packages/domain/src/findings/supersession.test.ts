import { describe, expect, test } from 'vitest';
import { aFinding, idOf } from '../testing/builders.ts';
import type { Finding, FindingState, Supersession } from './finding.ts';
import { checkReplacement, checkSupersession } from './supersession.ts';

const [a, b, c] = [idOf(31), idOf(32), idOf(33)];
const old = aFinding({ id: a, asOf: '2030' });
const next = aFinding({ id: b, asOf: '2031-02' });
const change = { oldId: a, newId: b, kind: 'position_change' as const };
const codes = (
  overrides: {
    supersession?: Supersession;
    old?: Finding;
    new?: Finding;
    existing?: Supersession[];
  } = {},
) => {
  const decision = checkSupersession({
    supersession: change,
    old,
    new: next,
    existing: [],
    ...overrides,
  });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('one finding replacing another', () => {
  test('given the same actor on the same issue later then it is a change of position', () => {
    expect(codes()).toEqual([]);
    expect(codes({ existing: [change] })).toEqual([]);
  });

  test.each<[string, Partial<Finding>, string[]]>([
    ['another issue', { issueIds: [idOf(99)] }, ['different_issue']],
    ['no issue', { issueIds: [] }, ['different_issue']],
    [
      'another actor',
      { holders: [{ actorId: idOf(98), wording: null, basis: 'direct' }] },
      ['different_actor'],
    ],
    [
      'an actor in words only',
      { holders: [{ actorId: null, wording: 'the council', basis: 'direct' }] },
      ['different_actor'],
    ],
    ['no as-of', { asOf: null }, ['as_of_missing']],
    ['an earlier as-of', { asOf: '2029' }, ['as_of_not_later']],
    ['an overlapping as-of', { asOf: '2030-06' }, ['as_of_not_later']],
    ['an open as-of', { asOf: '../2032' }, ['as_of_not_later']],
  ])('given %s then it is not', (_, overrides, expected) => {
    expect(codes({ new: aFinding({ ...next, ...overrides }) })).toEqual(expected);
  });

  test('given a correction then none of that is asked', () => {
    const correction = { ...change, kind: 'correction' as const };
    const replacement = aFinding({ ...next, asOf: '2029', issueIds: [] });
    expect(codes({ supersession: correction, new: replacement })).toEqual([]);
  });

  test('given a circle, or itself, or a second replacement then it is refused', () => {
    const existing: Supersession[] = [
      { oldId: b, newId: c, kind: 'correction' },
      { oldId: c, newId: a, kind: 'correction' },
    ];
    expect(codes({ existing })).toEqual(['supersession_cycle']);
    expect(codes({ existing: [{ oldId: a, newId: c, kind: 'correction' }] })).toEqual([
      'already_superseded',
    ]);
    expect(codes({ supersession: { oldId: a, newId: a, kind: 'correction' }, new: old })).toEqual([
      'supersedes_itself',
    ]);
  });
});

describe('a finding that takes the place of another', () => {
  test.each<[FindingState, boolean]>([
    ['proposed', false],
    ['verified', true],
    ['published', true],
    ['superseded', false],
    ['withdrawn', false],
    ['rejected', false],
  ])('given it is %s then it may: %s', (state, may) => {
    const decision = checkReplacement(aFinding({ id: b, state }));
    if (may) expect(decision).toEqual({ ok: true });
    else
      expect(decision).toMatchObject({
        ok: false,
        reasons: [{ code: 'replacement_not_verified', at: `findings.${b}.verified` }],
      });
  });
});
