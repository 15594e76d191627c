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

  const held = (asOf: string | null, ...actorIds: (string | null)[]) => ({
    asOf,
    holders: actorIds.map((actorId) => ({
      actorId,
      wording: actorId === null ? 'the council' : null,
      basis: 'direct' as const,
    })),
  });
  const [first, second] = [idOf(91), idOf(92)];
  const between = (before: Partial<Finding>, after: Partial<Finding>) =>
    codes({ old: aFinding({ ...old, ...before }), new: aFinding({ ...next, ...after }) });

  test('given several holders then one who held both is enough', () => {
    expect(between(held('2030', first, second), held('2031', idOf(93), second))).toEqual([]);
    expect(between(held('2030', first, null), held('2031', second, null))).toEqual([
      'different_actor',
    ]);
    expect(between(held('2030', null), held('2031', null))).toEqual(['different_actor']);
  });

  test.each<[string | null, string | null, string[]]>([
    ['2030', '2031', []],
    ['2030-12-31', '2031-01-01', []],
    ['2030-06-01', '2030-06-01', ['as_of_not_later']],
    ['2030-06-01T12:00:00Z', '2030-06-01T12:00:00Z', ['as_of_not_later']],
    ['2030-06-01T12:00:00Z', '2030-06-01T12:00:01Z', []],
    ['2030/..', '2032', ['as_of_not_later']],
    ['2030', '../2032', ['as_of_not_later']],
    [null, '2031', ['as_of_missing']],
    ['2030', null, ['as_of_missing']],
  ])(
    'given it was held in %s and then in %s then the reasons are %j',
    (before, after, expected) => {
      expect(between({ asOf: before }, { asOf: after })).toEqual(expected);
    },
  );

  test('given a correction then none of that is required', () => {
    const correction = { ...change, kind: 'correction' as const };
    const replacement = aFinding({ ...next, asOf: '2029', issueIds: [] });
    expect(codes({ supersession: correction, new: replacement })).toEqual([]);
  });

  const correction = (oldId: string, newId: string) => ({
    oldId,
    newId,
    kind: 'correction' as const,
  });

  test('given a finding that would replace itself then it is refused', () => {
    expect(codes({ supersession: correction(a, a), new: old })).toEqual(['supersedes_itself']);
  });

  test('given the new one was itself replaced by the old one, by way of others, then it is refused', () => {
    expect(codes({ existing: [correction(b, c), correction(c, a)] })).toEqual([
      'supersession_cycle',
    ]);
    expect(codes({ existing: [correction(b, a)] })).toEqual(['supersession_cycle']);
  });

  test('given replacements that lead elsewhere, or round in a circle of their own, then it is not', () => {
    const [d, e] = [idOf(34), idOf(35)];
    expect(codes({ existing: [correction(b, c), correction(d, a)] })).toEqual([]);
    expect(codes({ existing: [correction(b, c), correction(c, d), correction(d, c)] })).toEqual([]);
    expect(codes({ existing: [correction(d, e), correction(e, a)] })).toEqual([]);
  });

  test('given another finding has replaced the old one then it is refused, and says which', () => {
    const decision = checkSupersession({
      supersession: change,
      old,
      new: next,
      existing: [correction(a, c)],
    });
    expect(decision).toMatchObject({
      ok: false,
      reasons: [
        { code: 'already_superseded', at: `findings.${a}.supersession`, details: { newId: c } },
      ],
    });
  });

  test('given the same replacement is recorded already then it is not another one', () => {
    expect(codes({ existing: [change] })).toEqual([]);
    expect(codes({ existing: [{ ...change, newId: c }] })).toEqual(['already_superseded']);
    expect(codes({ existing: [{ ...change, oldId: c }] })).toEqual([]);
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
    const decision = checkReplacement({
      old: aFinding({ id: a, state: 'published' }),
      new: aFinding({ id: b, state }),
    });
    if (may) expect(decision).toEqual({ ok: true });
    else
      expect(decision).toMatchObject({
        ok: false,
        reasons: [{ code: 'replacement_not_verified', at: `findings.${b}.verified` }],
      });
  });

  test('given that the old one was changed since it was verified then it may not', () => {
    const unverified = { verifiedAt: null, verifiedBy: null };
    const next = aFinding({ id: b, state: 'verified' });
    const replace = (old: Parameters<typeof aFinding>[0]) =>
      checkReplacement({ old: aFinding({ id: a, ...unverified, ...old }), new: next });
    expect(replace({ state: 'published' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'not_verified', at: `findings.${a}.verified` }],
    });
    expect(replace({ state: 'superseded' })).toEqual({ ok: true });
  });
});
