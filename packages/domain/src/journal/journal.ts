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
});
export type Journal = z.infer<typeof Journal>;
