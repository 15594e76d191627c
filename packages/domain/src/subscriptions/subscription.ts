import { z } from 'zod';
import { Id, Language } from '../values.ts';
import { Cadence, SubjectAddress } from './subject.ts';
import { SubscriberAddress } from './subscriber-address.ts';

/** What one address may ask for before it confirms, and in all. */
export const maxSubjects = 50;

/** How long the link of a confirmation works, in hours. */
export const confirmationHours = 48;

/** The secret of a confirmation's link. */
export const ConfirmationToken = z.string().regex(/^[\w-]{43}$/);

/** The signed name of a subscriber, in the links of every message to them. */
export const SubscriberToken = z.string().regex(/^[\w-]{64}$/);

/** What somebody sends by a form. */
export const SubscriptionRequest = z.strictObject({
  subject: SubjectAddress,
  address: SubscriberAddress,
  cadence: Cadence,
  language: Language,
});
export type SubscriptionRequest = z.infer<typeof SubscriptionRequest>;

/** A subscription, or one that is to be confirmed, as its owner sees it. */
export const ShownSubscription = z.strictObject({
  id: Id,
  /** Null for a subject that readers cannot see any more. */
  subject: z.strictObject({ name: z.string(), path: z.string() }).nullable(),
  /** Null for a newsletter, which comes when an editor sends it. */
  cadence: Cadence.nullable(),
});
export type ShownSubscription = z.infer<typeof ShownSubscription>;

/** What waits for a confirmation. */
export const ShownConfirmation = z.strictObject({ subjects: z.array(ShownSubscription) });
export type ShownConfirmation = z.infer<typeof ShownConfirmation>;

/** What a subscriber has. */
export const ShownPreferences = z.strictObject({ subscriptions: z.array(ShownSubscription) });
export type ShownPreferences = z.infer<typeof ShownPreferences>;

/** What a subscriber changes. */
export const PreferenceChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('cadence'), id: Id, cadence: Cadence }),
  z.strictObject({ act: z.literal('leave'), id: Id }),
  /** What the one click of a newsletter ends: that list, and nothing else. */
  z.strictObject({ act: z.literal('leave_newsletter'), language: Language }),
  z.strictObject({ act: z.literal('leave_all') }),
]);
export type PreferenceChange = z.infer<typeof PreferenceChange>;
