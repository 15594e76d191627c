import { z } from 'zod';
import { EmailAddress, Language, line, TimeZone, text, WebAddress } from '../values.ts';

/** The journal itself: its masthead and settings. */
export const Journal = z.strictObject({
  name: line(80),
  tagline: line(200),
  language: Language,
  timeZone: TimeZone,
  /** Shown on every page, e.g. that the sample content is invented; empty for none. */
  notice: text(300).default(''),
  /** The contact for readers: an e-mail or web address; empty for none. */
  contact: z
    .union([z.literal(''), EmailAddress, WebAddress], {
      error: 'use an e-mail address or a full web address',
    })
    .default(''),
  /** Whether approving, verifying and signing off need a second person. */
  fourEyes: z.boolean().default(true),
  /** Whether readers can subscribe by e-mail, and are sent any. */
  subscriptions: z.boolean().default(false),
  /** Minutes before an alert is sent: what is withdrawn meanwhile is in none. */
  alertDelay: z
    .int({ error: 'use whole minutes' })
    .min(0, 'use no fewer than 0 minutes')
    .max(1440, 'use at most 1440 minutes')
    .default(10),
  /** The languages in which there are newsletters: readers subscribe to each on its own. */
  newsletterLanguages: z
    .array(Language)
    .max(10, 'use at most 10 languages')
    .refine((tags) => new Set(tags).size === tags.length, 'use each language once')
    .default([]),
  /** The hour of the journal's time zone at which digests are sent. */
  digestHour: z
    .int({ error: 'use a whole hour' })
    .min(0, 'use an hour from 0 to 23')
    .max(23, 'use an hour from 0 to 23')
    .default(7),
});
export type Journal = z.infer<typeof Journal>;
