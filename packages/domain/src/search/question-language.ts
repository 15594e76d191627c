/** The most likely language of a query in a script that is not the journal's own. */
const byScript: readonly [script: RegExp, name: string, language: string][] = [
  [/\p{Script=Cyrillic}/u, 'Cyrl', 'ru'],
  [/\p{Script=Greek}/u, 'Grek', 'el'],
  [/\p{Script=Arabic}/u, 'Arab', 'ar'],
  [/\p{Script=Hebrew}/u, 'Hebr', 'he'],
  [/\p{Script=Devanagari}/u, 'Deva', 'hi'],
  [/\p{Script=Tamil}/u, 'Taml', 'ta'],
  [/\p{Script=Armenian}/u, 'Armn', 'hy'],
  [/\p{Script=Latin}/u, 'Latn', 'en'],
];
/** Letters that Arabic does not have, and Persian does. */
const PERSIAN = /[پچژگکی]/u;

/**
 * The language of a word in a query (a BCP 47 tag), by which common words are recognised. Taken
 * from the language filter; else from the script of the word; and if that is the journal's own, the
 * journal's language: one or two words are too few to detect another.
 */
export function questionLanguage(
  word: string,
  { chosen, journal }: { chosen: string | null; journal: string },
): string {
  if (chosen !== null) return chosen;
  const script = byScript.find(([letters]) => letters.test(word));
  if (script === undefined || scriptOf(journal) === script[1]) return journal;
  return script[1] === 'Arab' && PERSIAN.test(word) ? 'fa' : script[2];
}

function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}
