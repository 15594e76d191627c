import { z } from 'zod';
import { type Cadence, readSubjectKey, type SubjectKey, SubjectKind } from './subject.ts';

/** Why a subscription ended: by its owner, since its mailbox is gone, or by command. */
export const EndingCause = z.enum(['left', 'bounced', 'forgotten']);
export type EndingCause = z.infer<typeof EndingCause>;

/** How long it is counted what ended, in months. */
export const endingMonths = 12;

/** Counts shown to administrators are rounded down to a multiple of this, so that none tells of one person. */
export const countStep = 5;

const Count = z.int().min(0);

/** Subscriptions to something: those confirmed, by how often they are written to, and others. */
export const SubscriptionCounts = z.strictObject({
  at_once: Count,
  daily: Count,
  weekly: Count,
  /** Requested, and not confirmed yet. */
  waiting: Count,
  /** Ended in the last months, for whatever reason. */
  ended: Count,
});
export type SubscriptionCounts = z.infer<typeof SubscriptionCounts>;

/** What is counted of a subject, as the database groups it. */
export type CountRow = {
  state: 'confirmed' | 'waiting' | 'ended';
  subject: SubjectKey;
  cadence: Cadence;
  count: number;
};

export type SubjectCounts = { subject: SubjectKey; counts: SubscriptionCounts };
export type KindCounts = { kind: SubjectKind; counts: SubscriptionCounts };

/** What administrators see: no address, and no count of fewer than five. */
export const ShownSubscriberCounts = z.strictObject({
  /** Mailboxes that are written to. */
  subscribers: Count,
  /** Mailboxes that have not confirmed yet. */
  waiting: Count,
  kinds: z.array(z.strictObject({ kind: SubjectKind, counts: SubscriptionCounts })),
  /** Subjects that readers can see, the most followed first. */
  subjects: z.array(
    z.strictObject({
      name: z.string(),
      path: z.string(),
      kind: SubjectKind,
      counts: SubscriptionCounts,
    }),
  ),
});
export type ShownSubscriberCounts = z.infer<typeof ShownSubscriberCounts>;

/** Confirmed subscriptions, however often they are written to. */
export const confirmedOf = ({ at_once, daily, weekly }: SubscriptionCounts): number =>
  at_once + daily + weekly;

const noCounts: SubscriptionCounts = { at_once: 0, daily: 0, weekly: 0, waiting: 0, ended: 0 };

/** Sums of what was counted: by kinds of subjects, and by subjects, the most followed first. */
export function sumCounts(rows: readonly CountRow[]): {
  kinds: KindCounts[];
  subjects: SubjectCounts[];
} {
  const bySubject = new Map<SubjectKey, SubscriptionCounts>();
  const byKind = new Map<SubjectKind, SubscriptionCounts>(
    SubjectKind.options.map((kind) => [kind, noCounts]),
  );
  for (const { state, subject, cadence, count } of rows) {
    const column = state === 'confirmed' ? cadence : state;
    const { kind } = readSubjectKey(subject);
    const add = (counts = noCounts) => ({ ...counts, [column]: counts[column] + count });
    bySubject.set(subject, add(bySubject.get(subject)));
    byKind.set(kind, add(byKind.get(kind)));
  }
  return {
    kinds: [...byKind].map(([kind, counts]) => ({ kind, counts })),
    subjects: [...bySubject]
      .map(([subject, counts]) => ({ subject, counts }))
      .sort((one, other) => confirmedOf(other.counts) - confirmedOf(one.counts)),
  };
}

/** Rounds a count down, so that it does not change by one person: 0 stands for fewer than five. */
export const coarseCount = (count: number): number => count - (count % countStep);

/** The same of each count. They are rounded one by one, so no difference of two gives a third. */
export const coarseCounts = (counts: SubscriptionCounts): SubscriptionCounts => ({
  at_once: coarseCount(counts.at_once),
  daily: coarseCount(counts.daily),
  weekly: coarseCount(counts.weekly),
  waiting: coarseCount(counts.waiting),
  ended: coarseCount(counts.ended),
});
