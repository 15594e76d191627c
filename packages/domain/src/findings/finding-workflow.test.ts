import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textTable } from '../testing/text-table.ts';
import { FindingState } from './finding.ts';
import {
  type FindingEvent,
  findingTransition,
  findingWorkflow,
  isPublic,
  needsItsQuote,
} from './finding-workflow.ts';

/*
 * The whole workflow, written out by hand. A cell holds the next state; `!` says that the
 * verification is voided, and `-` that the event is refused.
 */
const deciding = textTable(`
  state       edit        verify     reject    reanchor   lose_quote
  proposed    proposed    verified   rejected  proposed   proposed
  verified    proposed!   -          -         verified   proposed!
  published   published!  published  -         published  published
  superseded  -           -          -         -          -
  withdrawn   -           -          -         -          -
  rejected    -           -          -         -          -
`);
const publishing = textTable(`
  state       publish    supersede   withdraw   article_retracted
  proposed    -          -           -          proposed
  verified    published  -           -          verified
  published   published  superseded  withdrawn  withdrawn
  superseded  -          -           withdrawn  withdrawn
  withdrawn   -          -           -          withdrawn
  rejected    -          -           -          rejected
`);
const readers = textTable(`
  state       public  needs_its_quote
  proposed    no      yes
  verified    no      yes
  published   yes     yes
  superseded  yes     no
  withdrawn   no      no
  rejected    no      no
`);

const cells = [...deciding, ...publishing].flatMap(({ state, ...events }) =>
  Object.entries(events).map(([event, cell]) => ({
    state: state as FindingState,
    event: event as FindingEvent,
    cell,
  })),
);
const events = [...new Set(findingWorkflow.map(({ event }) => event))];

describe('the workflow of a finding', () => {
  test('is written out here for every state and event', () => {
    const written = cells.map(({ state, event }) => `${state} ${event}`);
    const all = FindingState.options.flatMap((state) => events.map((event) => `${state} ${event}`));
    expect(written.sort()).toEqual(all.sort());
    expect(readers.map(({ state }) => state)).toEqual(FindingState.options);
  });

  test.each(cells)('given $state, $event: $cell', ({ state, event, cell }) => {
    const transition = findingTransition(state, event);
    if (cell === '-') {
      expect(transition).toMatchObject({
        ok: false,
        reasons: [{ code: 'finding_state', at: 'state', details: { state, event } }],
      });
      return;
    }
    expect(transition).toEqual({
      ok: true,
      to: cell.replace('!', ''),
      voidsVerification: cell.endsWith('!'),
    });
  });

  test.each(readers)('given $state, public: $public, needs its quote: $needs_its_quote', (row) => {
    const state = row.state as FindingState;
    expect(isPublic(state)).toBe(row.public === 'yes');
    expect(needsItsQuote(state)).toBe(row.needs_its_quote === 'yes');
  });

  test('given any order of events then a finding is published only once verified', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (order) => {
        let state: FindingState = 'proposed';
        let everVerified = false;
        for (const event of order) {
          const transition = findingTransition(state, event);
          if (!transition.ok) continue;
          everVerified ||= event === 'verify';
          if (transition.to === 'published') expect(everVerified).toBe(true);
          state = transition.to;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the refusal of an event', () => {
  const inState = (state: FindingState, event: FindingEvent) => {
    const transition = findingTransition(state, event);
    return transition.ok ? null : transition.reasons[0]?.message;
  };

  test.each<[FindingEvent, string]>([
    ['edit', 'edited'],
    ['verify', 'verified'],
    ['reject', 'rejected'],
    ['reanchor', 'given another quote'],
    ['lose_quote', 'parted from its quote'],
    ['publish', 'published'],
    ['supersede', 'superseded'],
    ['withdraw', 'withdrawn'],
  ])('%s says that it cannot be %s', (event, words) => {
    expect(inState('rejected', event)).toContain(
      `A finding that is rejected cannot be ${words}. It would have to be `,
    );
  });

  test('names the states in which it would be possible', () => {
    expect(inState('rejected', 'edit')).toBe(
      'A finding that is rejected cannot be edited. ' +
        'It would have to be proposed, verified or published.',
    );
    expect(inState('proposed', 'withdraw')).toBe(
      'A finding that is proposed cannot be withdrawn. It would have to be published or superseded.',
    );
  });
});
