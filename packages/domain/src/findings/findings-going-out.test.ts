import { describe, expect, test } from 'vitest';
import { aFinding, idOf, ids } from '../testing/builders.ts';
import type { Finding, FindingState } from './finding.ts';
import { findingsGoingOut } from './findings-going-out.ts';

const verified = 'The council would share the sluices.';
const edited = 'The council would share the sluices and the pumps.';

const going = (findings: Finding[], live: Finding[] = []) =>
  findingsGoingOut({ articleId: ids.article, findings, live }).map(
    ({ id, state, proposition }) => ({ id, state, proposition }),
  );

/** A finding in the words it has now, which readers have in others. */
const now = (state: FindingState, overrides: Partial<Finding> = {}) =>
  aFinding({ state, proposition: edited, ...overrides });
const live = [
  aFinding({ id: idOf(301), state: 'published', proposition: 'They would meet in spring.' }),
  aFinding({ state: 'published', proposition: verified }),
];

describe('the findings of the next version', () => {
  test.each<[FindingState, { state: FindingState; proposition: string }[]]>([
    ['proposed', []],
    ['verified', [{ state: 'verified', proposition: edited }]],
    ['published', [{ state: 'published', proposition: edited }]],
    // The words that were verified, never those written since.
    ['superseded', [{ state: 'superseded', proposition: verified }]],
    ['withdrawn', []],
    ['rejected', []],
  ])('given one that readers have and that is %s now', (state, expected) => {
    expect(going([now(state)], live)).toEqual(
      expected.map((each) => ({ id: ids.finding, ...each })),
    );
  });

  test.each<[FindingState, number]>([
    ['proposed', 0],
    ['verified', 1],
    ['published', 1],
    ['superseded', 0],
    ['withdrawn', 0],
    ['rejected', 0],
  ])('given nothing is out yet and one is %s then %i goes out', (state, count) => {
    expect(going([now(state)], [])).toHaveLength(count);
  });

  test('given one was replaced that readers never had then it stays inside', () => {
    expect(going([now('superseded', { id: idOf(302) })], live)).toEqual([]);
  });

  test('given findings of other articles then they stay with those', () => {
    const articleId = idOf(303);
    expect(going([now('verified', { articleId }), now('superseded', { articleId })], live)).toEqual(
      [],
    );
  });

  test('given a finding and the one that replaced it then both go out, in their order', () => {
    const next = now('verified', { id: idOf(304), proposition: 'The council has withdrawn.' });
    expect(going([now('superseded'), next], live)).toEqual([
      { id: ids.finding, state: 'superseded', proposition: verified },
      { id: idOf(304), state: 'verified', proposition: 'The council has withdrawn.' },
    ]);
  });

  test('given one was replaced then everything of it is as readers have it', () => {
    const published = aFinding({ state: 'published', asOf: '2031-01', stance: 'open_to' });
    const outgoing = findingsGoingOut({
      articleId: ids.article,
      findings: [now('superseded', { asOf: '2031-02', stance: 'rejects', verifiedAt: null })],
      live: [published],
    });
    expect(outgoing).toEqual([{ ...published, state: 'superseded' }]);
  });
});
