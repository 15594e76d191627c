import { type Refusal, reason } from '../refusal.ts';
import type { FindingState } from './finding.ts';

export type FindingEvent =
  | 'edit'
  | 'verify'
  | 'reject'
  | 'reanchor'
  | 'lose_quote'
  | 'publish'
  | 'supersede'
  | 'withdraw'
  | 'article_retracted';

export type FindingStep = {
  event: FindingEvent;
  from: readonly FindingState[];
  to: FindingState | 'same';
  /** The finding differs from what was verified: `verifiedBy` and `verifiedAt` become null. */
  voidsVerification?: true;
};

/**
 * A published finding that is edited stays published, as the live revision has it, but has to be
 * verified again before a next revision can go out (see `checkPublishable`). `lose_quote` is what
 * happens to it when the article's text no longer has its quote.
 */
export const findingWorkflow: readonly FindingStep[] = [
  { event: 'edit', from: ['proposed'], to: 'same' },
  { event: 'edit', from: ['verified'], to: 'proposed', voidsVerification: true },
  { event: 'edit', from: ['published'], to: 'same', voidsVerification: true },
  { event: 'verify', from: ['proposed'], to: 'verified' },
  { event: 'verify', from: ['published'], to: 'same' },
  { event: 'reject', from: ['proposed'], to: 'rejected' },
  { event: 'reanchor', from: ['proposed', 'verified', 'published'], to: 'same' },
  { event: 'lose_quote', from: ['verified'], to: 'proposed', voidsVerification: true },
  { event: 'lose_quote', from: ['proposed', 'published'], to: 'same' },
  { event: 'publish', from: ['verified'], to: 'published' },
  { event: 'publish', from: ['published'], to: 'same' },
  { event: 'supersede', from: ['published'], to: 'superseded' },
  { event: 'withdraw', from: ['published', 'superseded'], to: 'withdrawn' },
  { event: 'article_retracted', from: ['published', 'superseded'], to: 'withdrawn' },
  {
    event: 'article_retracted',
    from: ['proposed', 'verified', 'rejected', 'withdrawn'],
    to: 'same',
  },
];

const eventNames: Record<FindingEvent, string> = {
  edit: 'edited',
  verify: 'verified',
  reject: 'rejected',
  reanchor: 'given another quote',
  lose_quote: 'parted from its quote',
  publish: 'published',
  supersede: 'superseded',
  withdraw: 'withdrawn',
  article_retracted: 'withdrawn with its article',
};

export type FindingTransition =
  | { ok: true; to: FindingState; voidsVerification: boolean }
  | Refusal;

/** The state that an event leads to by the table; otherwise why it is refused. */
export function findingTransition(state: FindingState, event: FindingEvent): FindingTransition {
  const steps = findingWorkflow.filter((step) => step.event === event);
  const step = steps.find(({ from }) => from.includes(state));
  if (step) {
    const to = step.to === 'same' ? state : step.to;
    return { ok: true, to, voidsVerification: step.voidsVerification ?? false };
  }
  const from = [...new Set(steps.flatMap((each) => each.from))];
  const message =
    `A finding that is ${state} cannot be ${eventNames[event]}. ` +
    `It would have to be ${orList.format(from)}.`;
  return {
    ok: false,
    reasons: [reason('finding_state', message, 'state', { state, event, from })],
  };
}

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Whether the quote has to stand in the article's text: not once a finding is closed. */
export const needsItsQuote = (state: FindingState): boolean =>
  findingTransition(state, 'reanchor').ok;

/** Whether readers see the finding, at its own address at least. */
export const isPublic = (state: FindingState): boolean => findingTransition(state, 'withdraw').ok;
