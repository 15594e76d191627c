/** Names of months and weekdays in the languages of CLDR, as Intl writes them. */

type Names = ReadonlyMap<string, number | null>;

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const tags = () => letters.flatMap((a) => letters.map((b) => a + b));

/** Every language of two letters that this Node has dates for. */
const languages = once(() => Intl.DateTimeFormat.supportedLocalesOf(tags()));

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A word as names are compared: without case, and without accents that are often left out. Other
 * marks stay, unlike in the domain's `withoutMarks`: in Thai or Hindi they make the word.
 */
export const foldWord = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .toLowerCase();

/** The words of a name: "ม.ค." is two, "tháng 5" is a word and a number. */
export const wordsIn = (text: string) => foldWord(text).match(/\d+|[\p{L}\p{M}]+/gu) ?? [];

const styles: Intl.DateTimeFormatOptions[] = [
  { month: 'long', day: 'numeric', year: 'numeric' },
  { month: 'short', day: 'numeric', year: 'numeric' },
  { month: 'long' },
  { month: 'short' },
];

function namesOf(language: string): [string, number][] {
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, {
      ...style,
      ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' },
    });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2021, month, 15));
      const at = parts.findIndex(({ type }) => type === 'month');
      // Hebrew writes "in" before the month, as one word with it.
      const before = /\p{L}+$/u.exec(parts[at - 1]?.value ?? '')?.[0] ?? '';
      return [wordsIn(`${before}${parts[at]?.value ?? ''}`).join(' '), month + 1];
    });
  });
}

const isName = (name: string) => /\p{L}/u.test(name);

/** Month numbers by name; null for a name that means two months in two languages. */
function gathered(lists: [string, number][][]): Names {
  const names = new Map<string, number | null>();
  for (const [name, month] of lists.flat()) {
    if (!isName(name)) continue;
    const known = names.get(name);
    names.set(name, known === undefined || known === month ? month : null);
  }
  return names;
}

const everywhere = once(() => gathered(languages().map(namesOf)));
const kept = new Map<string, Names>();

function inLanguage(language: string): Names {
  const known = kept.get(language);
  if (known !== undefined) return known;
  const supported = Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
  const names = gathered(supported ? [namesOf(language)] : []);
  kept.set(language, names);
  return names;
}

/** The month that a name means: in the page's language, in English, or wherever else it is one. */
export function monthNamed(name: string, language: string | null): number | null {
  for (const tag of [language, 'en'])
    if (tag !== null) {
      const month = inLanguage(tag).get(name);
      if (typeof month === 'number') return month;
    }
  return everywhere().get(name) ?? null;
}

const weekdays = once(() => {
  const names = new Set<string>();
  for (const language of languages())
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1)
        for (const word of wordsIn(format.format(Date.UTC(2021, 0, day)))) names.add(word);
    }
  return names;
});

/** Whether a word is the name of a weekday, or a part of one, in any language. */
export const isWeekday = (word: string) => weekdays().has(foldWord(word));

/** The figures of every numbering system, as those of ours. */
const figures = once(() => {
  const known = new Map<string, string>();
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat('en', { numberingSystem });
    for (let digit = 0; digit <= 9; digit += 1) known.set(format.format(digit), String(digit));
  }
  return known;
});

/** A text with the figures of any script as 0 to 9. */
export const westernFigures = (text: string) =>
  text.replace(/\p{Nd}/gu, (figure) => figures().get(figure) ?? figure);

/** Whether dates in figures have the month before the day; null if the language does not decide. */
export function monthFirst(language: string | null): boolean | null {
  if (language === null) return null;
  const { language: primary, region } = new Intl.Locale(language);
  // English is written both ways, and most pages do not say whose English theirs is.
  if (primary === 'en' && region === undefined) return null;
  const order = new Intl.DateTimeFormat(language, { calendar: 'gregory' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month');
  return order[0] === 'month';
}
