import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import type { Instant } from '../values.ts';
import { type NewsletterContent, type NewsletterState, namedIn } from './newsletter.ts';

export type NewsletterStep =
  | 'edit'
  | 'submit'
  | 'send_back'
  | 'approve'
  | 'schedule'
  | 'unschedule'
  | 'remove';

/** From which states a step is possible, and where it leads; an edit voids submission, approval and schedule. */
const steps: Record<
  NewsletterStep,
  { from: readonly NewsletterState[]; to: NewsletterState; verb: string }
> = {
  edit: { from: ['draft', 'submitted', 'approved', 'scheduled'], to: 'draft', verb: 'edited' },
  submit: { from: ['draft'], to: 'submitted', verb: 'submitted' },
  send_back: { from: ['submitted', 'approved'], to: 'draft', verb: 'sent back' },
  approve: { from: ['submitted'], to: 'approved', verb: 'approved' },
  schedule: { from: ['approved', 'scheduled'], to: 'scheduled', verb: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved', verb: 'unscheduled' },
  remove: { from: ['draft', 'submitted', 'approved'], to: 'draft', verb: 'deleted' },
};

const stateWords: Record<NewsletterState, string> = {
  draft: 'a draft',
  submitted: 'submitted',
  approved: 'approved',
  scheduled: 'scheduled',
  sending: 'being sent',
  sent: 'sent',
};

export const stateAfter = (step: NewsletterStep): NewsletterState => steps[step].to;

/** Whether a step is possible from a state. */
export function checkNewsletterStep(state: NewsletterState, step: NewsletterStep): Decision {
  const { from, verb } = steps[step];
  if (from.includes(state)) return { ok: true };
  return decide([
    reason(
      'newsletter_state',
      `This newsletter is ${stateWords[state]}, so it cannot be ${verb}.`,
      null,
      { state },
    ),
  ]);
}

/** Whether it has anything to tell: a piece or a finding, whatever is said of them. */
export function whyIncomplete({ items }: Pick<NewsletterContent, 'items'>): Reason[] {
  const { articleIds, findingIds } = namedIn(items);
  if (articleIds.length + findingIds.length > 0) return [];
  return [reason('newsletter_empty', 'Add an article or a finding first.', 'newsletter.items')];
}

/** Whether anything of it can be seen by readers at this moment. */
export function whyNothingPublic(shown: number): Reason[] {
  if (shown > 0) return [];
  return [
    reason(
      'newsletter_nothing_public',
      'Readers can see none of its articles and findings. Add one that is published.',
      'newsletter.items',
    ),
  ];
}

/** Whether readers can subscribe to newsletters in its language. */
export function whyNotOffered(
  journal: { subscriptions: boolean; newsletterLanguages: readonly string[] },
  { language }: Pick<NewsletterContent, 'language'>,
): Reason[] {
  if (journal.subscriptions && journal.newsletterLanguages.includes(language)) return [];
  return [
    reason(
      'newsletter_not_offered',
      'Readers cannot subscribe to newsletters in this language. An admin turns that on in the settings.',
      'newsletter.language',
    ),
  ];
}

const minute = 60_000;

/** Sending begins with a minute, and not in the past. */
export function checkSendAt(sendAt: Instant, now: Instant): Reason[] {
  const [time, present] = [Date.parse(sendAt), Date.parse(now)];
  if (time % minute !== 0)
    return [reason('send_at_minute', 'Use a whole minute.', 'sendAt', { sendAt })];
  if (time < present - (present % minute))
    return [reason('send_at_past', 'Choose a time to come.', 'sendAt', { sendAt })];
  return [];
}
