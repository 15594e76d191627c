import type { AttributionTerms } from '../attribution/terms.ts';
import type { HolderBasis } from '../findings/finding.ts';

/** The public phrases about sources, in one language. */
export type AttributionLabels = {
  terms: Record<Exclude<AttributionTerms, 'off_record'>, string>;
  /** If a finding rests on the article itself. */
  thisArticle: string;
  /** If the Chatham House Rule applies and no descriptor is given. */
  underChathamHouse: string;
  /** All that deep background lets be said. */
  notDescribed: string;
  /** Shown in place of a text that was taken away. */
  removed: string;
  /** The phrase after a holder's name; empty if none is needed. */
  basis: Record<HolderBasis, string>;
};
