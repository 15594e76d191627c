import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleState } from './article.ts';
import { type ArticleEvent, articleTransition, articleWorkflow } from './article-workflow.ts';

const events = [...new Set(articleWorkflow.map(({ event }) => event))];

describe('the workflow of an article', () => {
  test('given any state and event then it goes where the table says, or is refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ArticleState.options),
        fc.constantFrom(...events),
        fc.boolean(),
        (state, event, live) => {
          const step = articleWorkflow.find(
            (each) =>
              each.event === event &&
              each.from.includes(state) &&
              (each.live === undefined || each.live === live),
          );
          const transition = articleTransition(state, event, { live });
          expect(transition.ok).toBe(step !== undefined);
          if (transition.ok) expect(transition.to).toBe(step?.to === 'same' ? state : step?.to);
          else expect(transition.reasons).toMatchObject([{ code: 'article_state', at: 'state' }]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('given any order of events then nothing is published that was not approved before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (order) => {
        let state: ArticleState = 'draft';
        let [live, approved] = [false, false];
        for (const event of order) {
          const transition = articleTransition(state, event, { live });
          if (!transition.ok) continue;
          if (event === 'publish' || event === 'correct') {
            expect(approved).toBe(true);
            live = true;
          }
          if (event === 'approve') approved = true;
          if (transition.voidsApproval) approved = false;
          if (event === 'retract' || event === 'archive') live = false;
          state = transition.to;
        }
      }),
      { numRuns: 300 },
    );
  });

  const row = (...from: ArticleState[]) => from;
  test.each<[ArticleEvent, ArticleState[]]>([
    ['submit', row('draft')],
    ['request_changes', row('in_review')],
    ['approve', row('in_review')],
    ['schedule', row('approved')],
    ['unschedule', row('scheduled')],
    ['publish', row('approved', 'scheduled')],
    ['edit', row('draft', 'in_review', 'approved', 'scheduled', 'published')],
    ['retract', row('published')],
    ['archive', row('draft', 'published')],
    ['restore', row('archived')],
    ['correct', row()],
  ])('given nothing is live but what is published then %s is for %j', (event, from) => {
    const possible = ArticleState.options.filter((state) => articleTransition(state, event).ok);
    expect(possible).toEqual(from);
  });

  test('given a next version is worked on then what is live can still be retracted', () => {
    for (const state of ['draft', 'in_review', 'approved', 'scheduled'] as const) {
      expect(articleTransition(state, 'retract', { live: true })).toMatchObject({
        to: 'retracted',
      });
      expect(articleTransition(state, 'retract', { live: false }).ok).toBe(false);
    }
  });

  test('given an approved next version then it can go out as a correction', () => {
    expect(articleTransition('approved', 'correct', { live: true })).toMatchObject({
      to: 'published',
    });
  });

  test('given a retracted article then nothing leads out of it', () => {
    expect(events.filter((event) => articleTransition('retracted', event).ok)).toEqual([]);
  });
});
