import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textTable } from '../testing/text-table.ts';
import { ArticleState } from './article.ts';
import {
  type ArticleEvent,
  articleTransition,
  articleWorkflow,
  statesFor,
} from './article-workflow.ts';

/*
 * The whole workflow, written out by hand. A cell holds the next state; `!` says that the approval
 * is voided, and `-` that the event is refused. `live`: whether readers have a version.
 */
const writing = textTable(`
  state      live  edit       submit     recall  request_changes  approve   prepare    set_embargo
  draft      no    draft      in_review  -       -                -         draft      draft
  draft      yes   draft      in_review  -       -                -         draft      draft
  in_review  no    in_review  -          draft   draft            approved  in_review  in_review
  in_review  yes   in_review  -          draft   draft            approved  in_review  in_review
  approved   no    draft!     -          -       -                -         approved   approved
  approved   yes   draft!     -          -       -                -         approved   approved
  scheduled  no    draft!     -          -       -                -         -          scheduled
  scheduled  yes   draft!     -          -       -                -         -          scheduled
  published  no    draft!     -          -       -                -         -          published
  published  yes   draft!     -          -       -                -         -          published
  retracted  no    -          -          -       -                -         -          -
  retracted  yes   -          -          -       -                -         -          -
  archived   no    -          -          -       -                -         -          -
  archived   yes   -          -          -       -                -         -          -
`);
const publishing = textTable(`
  state     live  schedule   reschedule  unschedule  publish    correct    retract    archive   restore
  draft     no    -          -           -           -          -          -          archived  -
  draft     yes   -          -           -           -          -          retracted  -         -
  in_review no    -          -           -           -          -          -          -         -
  in_review yes   -          -           -           -          -          retracted  -         -
  approved  no    scheduled  -           -           published  -          -          -         -
  approved  yes   scheduled  -           -           published  published  retracted  -         -
  scheduled no    -          scheduled   approved    published  -          -          -         -
  scheduled yes   -          scheduled   approved    published  -          retracted  -         -
  published no    -          -           -           -          -          retracted  archived  -
  published yes   -          -           -           -          -          retracted  archived  -
  retracted no    -          -           -           -          -          -          -         -
  retracted yes   -          -           -           -          -          -          -         -
  archived  no    -          -           -           -          -          -          -         draft
  archived  yes   -          -           -           -          -          -          -         draft
`);

const cells = [...writing, ...publishing].flatMap(({ state, live, ...events }) =>
  Object.entries(events).map(([event, cell]) => ({
    state: state as ArticleState,
    live: live === 'yes',
    event: event as ArticleEvent,
    cell,
  })),
);
const events = [...new Set(articleWorkflow.map(({ event }) => event))];

describe('the workflow of an article', () => {
  test('is written out here for every state and event, live or not', () => {
    const written = cells.map(({ state, live, event }) => `${state} ${live} ${event}`);
    const all = ArticleState.options.flatMap((state) =>
      [true, false].flatMap((live) => events.map((event) => `${state} ${live} ${event}`)),
    );
    expect(written.sort()).toEqual(all.sort());
  });

  test.each(cells)('given $state, live $live, $event: $cell', ({ state, live, event, cell }) => {
    const transition = articleTransition(state, event, { live });
    if (cell === '-') {
      expect(transition).toMatchObject({
        ok: false,
        reasons: [{ code: 'article_state', at: 'state', details: { state, live, event } }],
      });
      return;
    }
    expect(transition).toEqual({
      ok: true,
      to: cell.replace('!', ''),
      voidsApproval: cell.endsWith('!'),
    });
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
});

describe('the refusal of an event', () => {
  const inState = (state: ArticleState, event: ArticleEvent, live = false) => {
    const transition = articleTransition(state, event, { live });
    return transition.ok ? null : transition.reasons[0]?.message;
  };

  test.each<[ArticleEvent, string]>([
    ['edit', 'edited'],
    ['submit', 'submitted'],
    ['recall', 'taken back'],
    ['request_changes', 'sent back for changes'],
    ['approve', 'approved'],
    ['prepare', 'given a suggested time'],
    ['schedule', 'scheduled'],
    ['reschedule', 'moved to another time'],
    ['unschedule', 'taken off the schedule'],
    ['set_embargo', 'put under an embargo'],
    ['publish', 'published'],
    ['correct', 'corrected'],
    ['retract', 'retracted'],
    ['archive', 'archived'],
    ['restore', 'restored'],
  ])('%s says that it cannot be %s', (event, words) => {
    expect(inState('retracted', event)).toContain(
      `An article that is retracted cannot be ${words}. It would have to be `,
    );
  });

  test('names the states in which it would be possible', () => {
    expect(inState('draft', 'publish')).toBe(
      'An article that is a draft cannot be published. It would have to be approved or scheduled.',
    );
    expect(inState('archived', 'edit')).toBe(
      'An article that is archived cannot be edited. ' +
        'It would have to be a draft, in review, approved, scheduled or published.',
    );
    expect(statesFor('prepare')).toEqual(['draft', 'in_review', 'approved']);
    expect(statesFor('edit')).toEqual(['draft', 'in_review', 'approved', 'scheduled', 'published']);
  });

  test('given that it hangs on a live version then says so', () => {
    expect(inState('draft', 'archive', true)).toBe(
      'An article that is a draft cannot be archived while readers have a version of it.',
    );
    expect(inState('approved', 'correct', false)).toBe(
      'An article that is approved cannot be corrected before readers have a version of it.',
    );
    expect(inState('in_review', 'retract', false)).toBe(
      'An article that is in review cannot be retracted before readers have a version of it.',
    );
  });
});
