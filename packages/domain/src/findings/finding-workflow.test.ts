import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FindingState } from './finding.ts';
import { type FindingEvent, findingTransition, findingWorkflow } from './finding-workflow.ts';

const events = [...new Set(findingWorkflow.map(({ event }) => event))];

describe('the workflow of a finding', () => {
  test('given any state and event then it goes where the table says, or is refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FindingState.options),
        fc.constantFrom(...events),
        (state, event) => {
          const step = findingWorkflow.find(
            (each) => each.event === event && each.from.includes(state),
          );
          const transition = findingTransition(state, event);
          expect(transition.ok).toBe(step !== undefined);
          if (transition.ok) expect(transition.to).toBe(step?.to === 'same' ? state : step?.to);
          else expect(transition.reasons).toMatchObject([{ code: 'finding_state', at: 'state' }]);
        },
      ),
      { numRuns: 300 },
    );
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

  test.each<[FindingEvent, FindingState[]]>([
    ['verify', ['proposed', 'published']],
    ['reject', ['proposed']],
    ['publish', ['verified', 'published']],
    ['supersede', ['published']],
    ['withdraw', ['published', 'superseded']],
    ['edit', ['proposed', 'verified', 'published']],
  ])('%s is for findings that are %j', (event, from) => {
    const possible = FindingState.options.filter((state) => findingTransition(state, event).ok);
    expect(possible).toEqual(from);
  });

  test('given a verified finding loses its quote then it is proposed again', () => {
    expect(findingTransition('verified', 'lose_quote')).toEqual({
      ok: true,
      to: 'proposed',
      voidsVerification: true,
    });
  });

  test('given a published finding is edited then it stays out and wants verifying again', () => {
    expect(findingTransition('published', 'edit')).toEqual({
      ok: true,
      to: 'published',
      voidsVerification: true,
    });
  });
});
