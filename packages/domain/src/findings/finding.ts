import { z } from 'zod';
import { AttributionTerms, Descriptor } from '../attribution/terms.ts';
import { contentOf } from '../content-of.ts';
import { byListedField } from '../kinds/listed-kinds.ts';
import { Edtf, StoredEdtf } from '../text/edtf.ts';
import { Id, Instant, line } from '../values.ts';
import { DeskFields, PlainFields } from './finding-fields.ts';

/** On whose word the position is the holder's. */
export const HolderBasis = z.enum(['direct', 'second_hand', 'sources_own', 'articles_own']);
export type HolderBasis = z.infer<typeof HolderBasis>;

/** Who a position belongs to: an actor, the wording used, or both; never neither. */
export const Holder = z
  .strictObject({
    actorId: Id.nullable(),
    wording: line(200).nullable(),
    basis: HolderBasis,
  })
  .refine((holder) => holder.actorId !== null || holder.wording !== null, {
    message: 'name an actor, or give the wording used',
    path: ['wording'],
  });
export type Holder = z.infer<typeof Holder>;

/** The time a position speaks of, in the words used and, where they allow it, as a date. */
export const Scope = z.strictObject({ text: line(200), edtf: Edtf.nullable() });
export type Scope = z.infer<typeof Scope>;
/** As stored: with a date that earlier rules allowed. */
export const StoredScope = Scope.extend({ edtf: StoredEdtf.nullable() });

/** More people than any paper has interviewed. */
const MAX_INTERVIEWED = 1_000_000;

/** n of N interviewees (never of the holder group), the population in words, and what is new. */
export const Consensus = z
  .strictObject({
    agreeing: z.int().min(0).max(MAX_INTERVIEWED),
    interviewed: z.int().min(1).max(MAX_INTERVIEWED),
    population: line(300),
    novelty: line(300).nullable(),
  })
  .refine((c) => c.agreeing <= c.interviewed, {
    message: 'no more can agree than were interviewed',
    path: ['agreeing'],
  });
export type Consensus = z.infer<typeof Consensus>;

/**
 * An exact quote in a text: UTF-16 offsets into its normalised plain text, with the words
 * around it (W3C Web Annotation TextQuote and TextPosition selectors, code units inside).
 */
export const Quote = z
  .strictObject({
    exact: z.string().min(1).max(5000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    start: z.int().min(0),
    end: z.int().min(1),
  })
  .refine((quote) => quote.end - quote.start === quote.exact.length, {
    message: 'start and end must span the exact quote',
    path: ['end'],
  });
export type Quote = z.infer<typeof Quote>;

/** A source with a place in it ("p. 4"), as evidence in addition to a quote or instead of one. */
export const Locator = z.strictObject({ sourceId: Id, locator: line(100) });

export const Evidence = z.strictObject({
  quote: Quote.nullable(),
  locators: z.array(Locator).max(20).default([]),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * The attribution of a finding. The narrower of the source's terms and these apply; a descriptor is
 * the public wording if the source may not be named.
 */
export const Attribution = z.strictObject({
  sourceId: Id.nullable(),
  terms: AttributionTerms.nullable(),
  descriptor: Descriptor.nullable(),
  /** A participant of the source on whose word this rests. Protected. */
  participantId: Id.nullable(),
});
export type Attribution = z.infer<typeof Attribution>;

export const FindingState = z.enum([
  'proposed',
  'verified',
  'published',
  'superseded',
  'withdrawn',
  'rejected',
]);
export type FindingState = z.infer<typeof FindingState>;

/** Filters of the desk's list: past its day, within thirty days, or without one. */
export const ReviewDue = z.enum(['overdue', 'soon', 'none']);
export type ReviewDue = z.infer<typeof ReviewDue>;

/** The fields of a finding that editors write; everything but identity, state and history. */
export const FindingContent = z.strictObject({
  proposition: line(500),
  holders: z.array(Holder).max(20),
  ...PlainFields.shape,
  scope: Scope.nullable().default(null),
  /** When the position was held, as a loose date. */
  asOf: Edtf.nullable().default(null),
  consensus: Consensus.nullable().default(null),
  ...byListedField(() => z.array(Id).max(10).default([])),
  evidence: Evidence,
  attribution: Attribution,
  ...DeskFields.shape,
});
export type FindingContent = z.infer<typeof FindingContent>;

/** The fields of a finding that editors write, without its place in the workflow. */
export const findingContentOf = (finding: FindingContent): FindingContent =>
  contentOf(FindingContent, finding);

const VerifiedContent = FindingContent.omit(
  Object.fromEntries(Object.keys(DeskFields.shape).map((field) => [field, true])) as Record<
    keyof DeskFields,
    true
  >,
);
type VerifiedContent = z.infer<typeof VerifiedContent>;

/** The fields that a second person verifies: everything that an editor writes but the desk fields. */
export const verifiedContentOf = (finding: FindingContent): VerifiedContent =>
  contentOf(VerifiedContent, finding);

/** As stored: with dates that earlier rules allowed. */
export const StoredFindingContent = FindingContent.extend({
  scope: StoredScope.nullable().default(null),
  asOf: StoredEdtf.nullable().default(null),
});

export const Finding = StoredFindingContent.extend({
  id: Id,
  articleId: Id,
  /**
   * The editors' number for it, from 1; never changed or reused. Readers never see it: gaps would
   * reveal how many were rejected. They see the figure of `numberFindings`.
   */
  number: z.int().min(1),
  state: FindingState,
  proposedBy: Id,
  verifiedBy: Id.nullable(),
  verifiedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Finding = z.infer<typeof Finding>;

export const LinkKind = z.enum([
  'supports',
  'contradicts',
  'contrary',
  'qualifies',
  'undercuts',
  'precedes',
]);
export type LinkKind = z.infer<typeof LinkKind>;

/** Links that read the same both ways are stored once, lower id first. */
export const symmetricLinks: readonly LinkKind[] = ['contradicts', 'contrary'];

export const Link = z
  .strictObject({ from: Id, kind: LinkKind, to: Id })
  .refine((link) => link.from !== link.to, 'a finding cannot be linked to itself');
export type Link = z.infer<typeof Link>;

/** An old finding replaced by a new one: a change of mind, or the correction of our mistake. */
export const Supersession = z.strictObject({
  oldId: Id,
  newId: Id,
  kind: z.enum(['position_change', 'correction']),
});
export type Supersession = z.infer<typeof Supersession>;
