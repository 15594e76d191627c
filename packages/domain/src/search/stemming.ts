/** PostgreSQL's text search configurations (15 and later), by primary language subtag. */
const byLanguage: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ar: 'arabic', ca: 'catalan', da: 'danish', de: 'german', el: 'greek', en: 'english' },
    ...{ es: 'spanish', eu: 'basque', fi: 'finnish', fr: 'french', ga: 'irish', hi: 'hindi' },
    ...{ hu: 'hungarian', hy: 'armenian', id: 'indonesian', it: 'italian', lt: 'lithuanian' },
    ...{ nb: 'norwegian', ne: 'nepali', nl: 'dutch', nn: 'norwegian', no: 'norwegian' },
    ...{ pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian', sv: 'swedish' },
    ...{ ta: 'tamil', tr: 'turkish', yi: 'yiddish' },
  }),
);

/** The stemmer of a language (a BCP 47 tag); `simple`, which leaves words as they are, if it has none. */
export function stemmingOf(language: string): string {
  const primary = language.toLowerCase().replace(/-.*/, '');
  return byLanguage.get(primary) ?? 'simple';
}
