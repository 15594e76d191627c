import { z } from 'zod';
import { ArticleRef } from '../articles/article-ref.ts';
import { SourceView } from '../attribution/source-view.ts';
import { byListedPlural } from '../kinds/listed-kinds.ts';
import { PositionInBrief } from '../positions/position-in-brief.ts';
import { Direction, Id, Instant } from '../values.ts';
import { Consensus, HolderBasis, LinkKind, Quote, StoredScope } from './finding.ts';
import { PlainFields } from './finding-fields.ts';

/** A name with the address of its page, where it has one. */
export const Named = z.strictObject({ slug: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

export const HolderView = z.strictObject({
  actor: Named.nullable(),
  wording: z.string().nullable(),
  basis: HolderBasis,
  /** The holder in a sentence, e.g. "the leadership of Ostrava (second hand)". */
  label: z.string(),
});
export type HolderView = z.infer<typeof HolderView>;

/**
 * The state of a finding that readers see. Being replaced is two states, which never mean the same:
 * `superseded`, its holder changed position, so it was theirs and is so no longer; `corrected`, the
 * journal had it wrong, so it never was. Both are read from the replacement that readers can see,
 * and are stored in no view: a replacement under embargo must not show.
 */
export const PublicFindingState = z.enum(['published', 'superseded', 'corrected', 'withdrawn']);
export type PublicFindingState = z.infer<typeof PublicFindingState>;

/** The other end of a link, a replacement or a replaced finding. */
export const FindingRef = z.strictObject({
  id: Id,
  proposition: z.string(),
  article: z.strictObject({ slug: z.string(), headline: z.string() }),
});
export type FindingRef = z.infer<typeof FindingRef>;

/** The public view of a finding: an allow-list of its own. */
export const FindingView = z.strictObject({
  id: Id,
  /**
   * The figure that readers see next to it in the version it is shown with (`numberFindings`), or
   * in the live version where it is shown by itself. Counted for each version, so nothing is
   * addressed by it; null if its words are not in that version's text.
   */
  number: z.int().min(1).nullable(),
  state: PublicFindingState,
  /** The finding that replaced it, if superseded or corrected; otherwise null. */
  successor: FindingRef.nullable(),
  article: z.strictObject({ id: Id, slug: z.string(), headline: z.string() }),
  language: z.string(),
  direction: Direction,
  proposition: z.string(),
  holders: z.array(HolderView),
  ...PlainFields.shape,
  scope: StoredScope.extend({ from: Instant.nullable(), to: Instant.nullable() }).nullable(),
  asOf: z.string().nullable(),
  consensus: Consensus.nullable(),
  ...byListedPlural(() => z.array(Named)),
  quote: Quote.nullable(),
  locators: z.array(z.strictObject({ source: Named, locator: z.string() })),
  attribution: SourceView,
  publishedAt: Instant,
});
export type FindingView = z.infer<typeof FindingView>;

/** A finding's own page: the finding, what it is linked to and what replaced it. */
export const FindingPageView = z.strictObject({
  finding: FindingView,
  /** The last version whose text has its words, where the live one no longer has them. */
  lastVersion: z.int().min(1).nullable(),
  links: z.array(
    z.strictObject({ kind: LinkKind, direction: z.enum(['out', 'in']), finding: FindingRef }),
  ),
  /** Its successor, with which of the two kinds of replacement it is. */
  replacedBy: z
    .strictObject({ kind: z.enum(['position_change', 'correction']), finding: FindingRef })
    .nullable(),
  replaces: z.array(
    z.strictObject({ kind: z.enum(['position_change', 'correction']), finding: FindingRef }),
  ),
  /** Articles that refer to it, newest first; nothing once it is withdrawn. */
  citedBy: z.array(ArticleRef),
  /** The positions it is part of, each with what else was held; none once it is withdrawn or corrected. */
  positions: z.array(PositionInBrief),
});
export type FindingPageView = z.infer<typeof FindingPageView>;
