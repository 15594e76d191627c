/** Maximum number of cached formats: one journal uses a few, until its settings change. */
const MAX_FORMATS = 100;

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * The format of days in a language. Creating one takes longer than formatting hundreds of dates
 * with it, and a page has dozens; so they are cached.
 */
export function dateFormat(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MAX_FORMATS) made.clear();
  const format = new Intl.DateTimeFormat(language, options);
  made.set(key, format);
  return format;
}
