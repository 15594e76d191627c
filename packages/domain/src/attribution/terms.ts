import { z } from 'zod';
import { Id, Instant, line, text } from '../values.ts';

/** How a source may be attributed in public, from the most open to the most closed. */
export const AttributionTerms = z.enum([
  'on_record',
  'background',
  'chatham_house',
  'deep_background',
  'off_record',
]);
export type AttributionTerms = z.infer<typeof AttributionTerms>;

/** Traffic Light Protocol 2.0: how far a text may travel. A separate axis from attribution. */
export const Disclosure = z.enum(['clear', 'green', 'amber', 'amber_strict', 'red']);
export type Disclosure = z.infer<typeof Disclosure>;

/** Neither has a default: the person who enters a source says on what terms it may be used. */
export const Terms = z.strictObject({ attribution: AttributionTerms, disclosure: Disclosure });
export type Terms = z.infer<typeof Terms>;

/**
 * A dated grant that widens terms. It counts only once a publisher other than its recorder has
 * signed it off (or the recorder, where four eyes are off).
 */
export const Waiver = z.strictObject({
  id: Id,
  sourceId: Id,
  /** One participant of the source, or null for all that was said there. */
  participantId: Id.nullable(),
  covers: z.enum(['identity', 'statements']),
  /** Who granted it, in words. Protected. */
  grantedBy: line(200),
  basis: line(500),
  grantedAt: Instant,
  recordedBy: Id,
  signedOffBy: Id.nullable(),
  signedOffAt: Instant.nullable(),
});
export type Waiver = z.infer<typeof Waiver>;

/** The public wording for an unnamed source ("a former minister"); no name is stored behind it. */
export const Descriptor = line(200);

/** A person whom terms protect. Name and affiliation are only searched for, never published. */
export const Participant = z.strictObject({
  id: Id,
  name: line(200),
  affiliation: text(200),
  /** Other words that would identify them: former names, other spellings, former affiliations. */
  alsoProtected: z.array(line(200)).max(20).default([]),
});
export type Participant = z.infer<typeof Participant>;
