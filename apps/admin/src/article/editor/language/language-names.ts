/** Languages offered before anything is typed; any BCP 47 tag may be typed too. */
const offered =
  'en fr de es it pt nl pl uk ru tr el ar fa fa-AF ps ur he ku hi bn ta zh-Hans zh-Hant ja ko vi id sw am ha so';

const names = new Intl.DisplayNames('en-GB', { type: 'language' });

export type NamedLanguage = { id: string; label: string; hint: string };

/** "Dari" for fa-AF; the tag itself where no name is known. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * Languages whose name or tag answers to what was typed. A well-formed tag is among them, unless
 * the letters are no tag but a name ("french"), as far as is known.
 */
export function languagesLike(typed: string): NamedLanguage[] {
  const query = typed.trim().toLowerCase();
  const known = offered
    .split(' ')
    .filter(
      (tag) =>
        tag.toLowerCase().startsWith(query) || languageName(tag).toLowerCase().includes(query),
    );
  const asTyped = canonical(typed.trim());
  const isName = known.some((tag) => languageName(tag).toLowerCase().startsWith(query));
  const isTag = asTyped !== null && (!isName || languageName(asTyped) !== asTyped);
  const all = isTag && !known.includes(asTyped) ? [...known, asTyped] : known;
  return all.map((tag) => ({ id: tag, label: languageName(tag), hint: tag }));
}

function canonical(tag: string): string | null {
  try {
    return tag === '' ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null;
  }
}
