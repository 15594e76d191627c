/** British where a journal only says "en". */
const REGIONS: Readonly<Record<string, string>> = { en: 'en_GB' };

/** A language as Open Graph names it: "fa" is "fa_IR". */
export function openGraphLocale(language: string): string {
  const known = REGIONS[language];
  if (known !== undefined) return known;
  const { language: tongue, region } = new Intl.Locale(language).maximize();
  return region === undefined ? tongue : `${tongue}_${region}`;
}
