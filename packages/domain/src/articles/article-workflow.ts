import { oneOf } from '../kinds/kinds.ts';
import type { ArticleKind } from '../pages/page-parent.ts';
import { type Refusal, reason } from '../refusal.ts';
import { capitalised } from '../text/sentence.ts';
import type { ArticleState } from './article.ts';

export type ArticleEvent =
  | 'edit'
  | 'submit'
  | 'recall'
  | 'request_changes'
  | 'approve'
  | 'prepare'
  | 'schedule'
  | 'reschedule'
  | 'unschedule'
  | 'set_embargo'
  | 'publish'
  | 'correct'
  | 'retract'
  | 'archive'
  | 'restore';

export type ArticleStep = {
  event: ArticleEvent;
  from: readonly ArticleState[];
  /** `same` leaves the state as it was. */
  to: ArticleState | 'same';
  /** Whether a live revision is needed, or must not be there; either will do where it is left out. */
  live?: boolean;
  /** The article differs from what was approved: the approval, and a schedule with it, ends. */
  voidsApproval?: true;
};

/**
 * The state is that of the working copy. What readers see is the live revision, which stays while
 * a next one goes the same way from draft to published. `recall` is an author taking a submission
 * back; `prepare` suggests a time for what is not scheduled yet.
 */
export const articleWorkflow: readonly ArticleStep[] = [
  { event: 'edit', from: ['draft', 'in_review'], to: 'same' },
  { event: 'edit', from: ['approved', 'scheduled'], to: 'draft', voidsApproval: true },
  { event: 'edit', from: ['published'], to: 'draft', voidsApproval: true },
  { event: 'submit', from: ['draft'], to: 'in_review' },
  { event: 'recall', from: ['in_review'], to: 'draft' },
  { event: 'request_changes', from: ['in_review'], to: 'draft' },
  { event: 'approve', from: ['in_review'], to: 'approved' },
  { event: 'prepare', from: ['draft', 'in_review', 'approved'], to: 'same' },
  { event: 'schedule', from: ['approved'], to: 'scheduled' },
  { event: 'reschedule', from: ['scheduled'], to: 'same' },
  { event: 'unschedule', from: ['scheduled'], to: 'approved' },
  {
    event: 'set_embargo',
    from: ['draft', 'in_review', 'approved', 'scheduled', 'published'],
    to: 'same',
  },
  { event: 'publish', from: ['approved', 'scheduled'], to: 'published' },
  { event: 'correct', from: ['approved'], to: 'published', live: true },
  { event: 'retract', from: ['published'], to: 'retracted' },
  {
    event: 'retract',
    from: ['draft', 'in_review', 'approved', 'scheduled'],
    to: 'retracted',
    live: true,
  },
  { event: 'archive', from: ['published'], to: 'archived' },
  { event: 'archive', from: ['draft'], to: 'archived', live: false },
  { event: 'restore', from: ['archived'], to: 'draft' },
];

const stateNames: Record<ArticleState, string> = {
  draft: 'a draft',
  in_review: 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  retracted: 'retracted',
  archived: 'archived',
};

const eventNames: Record<ArticleEvent, string> = {
  edit: 'edited',
  submit: 'submitted',
  recall: 'taken back',
  request_changes: 'sent back for changes',
  approve: 'approved',
  prepare: 'given a suggested time',
  schedule: 'scheduled',
  reschedule: 'moved to another time',
  unschedule: 'taken off the schedule',
  set_embargo: 'put under an embargo',
  publish: 'published',
  correct: 'corrected',
  retract: 'retracted',
  archive: 'archived',
  restore: 'restored',
};

export type ArticleTransition = { ok: true; to: ArticleState; voidsApproval: boolean } | Refusal;

/**
 * The state that an event leads to by the table; otherwise why it is refused. `live` says whether
 * readers see a revision of the article.
 */
export function articleTransition(
  state: ArticleState,
  event: ArticleEvent,
  { live, kind = 'article' }: { live: boolean; kind?: ArticleKind },
): ArticleTransition {
  const steps = articleWorkflow.filter((step) => step.event === event);
  const step = steps.find(
    (each) => each.from.includes(state) && (each.live === undefined || each.live === live),
  );
  if (step) {
    const to = step.to === 'same' ? state : step.to;
    return { ok: true, to, voidsApproval: step.voidsApproval ?? false };
  }
  const from = statesFor(event);
  return {
    ok: false,
    reasons: [
      reason('article_state', whyNot(state, event, { live, kind }), 'state', {
        state,
        live,
        event,
        from,
      }),
    ],
  };
}

function whyNot(
  state: ArticleState,
  event: ArticleEvent,
  { live, kind }: { live: boolean; kind: ArticleKind },
): string {
  const refused = `${capitalised(oneOf(kind))} that is ${stateNames[state]} cannot be ${eventNames[event]}`;
  const from = statesFor(event);
  if (!from.includes(state)) {
    const names = from.map((each) => stateNames[each]);
    return `${refused}. It would have to be ${orList.format(names)}.`;
  }
  return live
    ? `${refused} while readers have a version of it.`
    : `${refused} before readers have a version of it.`;
}

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The states that have a step for an event, whether or not a revision has to be live for it. */
export function statesFor(event: ArticleEvent): ArticleState[] {
  const steps = articleWorkflow.filter((step) => step.event === event);
  return [...new Set(steps.flatMap(({ from }) => from))];
}
