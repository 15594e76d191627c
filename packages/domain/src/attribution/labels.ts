import type { HolderBasis } from '../findings/finding.ts';
import { en } from '../words/en.ts';
import type { AttributionTerms } from './terms.ts';

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

/** By primary language subtag. Another language is another file of `words`, and an entry here. */
const byLanguage: Readonly<Record<string, AttributionLabels>> & { en: AttributionLabels } = { en };

/** The languages that there are words for. */
export const wordedLanguages: readonly string[] = Object.keys(byLanguage);

/** The words for a BCP 47 tag; English where there are none. */
export function attributionLabels(locale: string): AttributionLabels {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(byLanguage, language)
    ? (byLanguage[language] ?? byLanguage.en)
    : byLanguage.en;
}
