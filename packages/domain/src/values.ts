import { z } from 'zod';
import { cleanText } from './text/normalise.ts';
import './validation/messages.ts';

/**
 * A string of at most so many characters. One that is longer is looked at no further: patterns and
 * parsers that come after it would take seconds for megabytes, or overflow the stack.
 */
export const boundedString = (max: number) => z.string().max(max, tooLong(max));

const tooLong = (max: number) => ({ error: `keep it within ${max} characters`, abort: true });

/**
 * A UUID of any version of RFC 9562: new ones are version 4, which reveals no time; older ones are
 * version 7, and imports keep theirs. Lower case, as the database returns it: two spellings of one
 * id would not compare as equal.
 */
export const Id = z.uuid().toLowerCase();
export type Id = z.infer<typeof Id>;

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. PostgreSQL has no year 0. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .refine((instant) => !instant.startsWith('0000'), 'use a year from 0001 on');
export type Instant = z.infer<typeof Instant>;

/** A path segment: lower-case letters, digits and single hyphens; at most 100 characters. */
export const Slug = boundedString(100).regex(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'use lower-case letters, digits and single hyphens',
);
export type Slug = z.infer<typeof Slug>;

/** BCP 47 language tag in its canonical form ("en", "fa-AF"). */
export const Language = boundedString(100).refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}, 'use a BCP 47 language tag such as en, fr or fa-AF');
export type Language = z.infer<typeof Language>;

export const Direction = z.enum(['ltr', 'rtl']);
export type Direction = z.infer<typeof Direction>;

/** An IANA time zone name, stored with an instant so that an editor's "09:00" can be shown again. */
export const TimeZone = boundedString(100).refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'use an IANA time zone such as Europe/London');

/** Text that was typed or pasted, without invisible characters. */
const visibleString = () => z.string().overwrite(cleanText).trim();

/**
 * One line of text with something on it: trimmed, no control characters, nothing invisible, bounded.
 * A tab or a line break is refused, since what was meant to follow it would run on.
 */
export const line = (max: number) =>
  visibleString()
    .min(1, 'write something here')
    .max(max, tooLong(max))
    .regex(/^[^\p{Cc}]*$/u, 'use a single line, without tabs');

/** Free text of several lines, trimmed, without invisible characters, possibly empty, bounded. */
export const text = (max: number) => visibleString().max(max, tooLong(max));

/** A web address a reader can follow: http or https only, so that no `javascript:` gets in. */
export const WebAddress = boundedString(2000).pipe(
  z
    .url({
      protocol: /^https?$/,
      error: 'use a full web address beginning with http:// or https://',
    })
    .regex(/^[^\s\p{Cc}]*$/u, 'use a web address without spaces'),
);
export type WebAddress = z.infer<typeof WebAddress>;

/** An e-mail address. */
export const EmailAddress = boundedString(254).pipe(z.email('use an e-mail address'));

/** A calendar day, YYYY-MM-DD. PostgreSQL has no year 0. */
export const Day = z.iso
  .date('use a day such as 2031-05-14')
  .max(10)
  .refine((day) => !day.startsWith('0000'), 'use a year from 0001 on');
export type Day = z.infer<typeof Day>;
