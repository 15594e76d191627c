import type { AttributionLabels } from '../words/attribution-labels.ts';
import { en } from '../words/en.ts';

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
