/**
 * A person's name in its parts, as it would be entered: the family name last, or first where
 * `isFamilyFirst`; with no space where `isJoined`.
 */
export type NameInParts = {
  given: string;
  middle: string | null;
  family: string;
  isFamilyFirst: boolean;
  isJoined: boolean;
};

/** The name as it would be entered. */
export function wholeName({ given, middle, family, isFamilyFirst, isJoined }: NameInParts): string {
  const order = isFamilyFirst ? [family, given] : [given, middle, family];
  return order.filter((word) => word !== null).join(isJoined ? '' : ' ');
}

type Evasion = (name: NameInParts) => string | null;

const LOOK_ALIKES = {
  one: { a: 'а', e: 'е', o: 'о', i: 'і', c: 'с', p: 'р' },
  all: {
    ...{
      a: 'а',
      c: 'ϲ',
      e: 'е',
      g: 'ɡ',
      h: 'һ',
      i: 'і',
      j: 'ј',
      k: 'κ',
      m: 'м',
      n: 'ո',
      o: 'о',
      p: 'р',
    },
    ...{
      q: 'ԛ',
      r: 'г',
      s: 'ѕ',
      t: 'т',
      u: 'υ',
      v: 'ν',
      w: 'ԝ',
      x: 'х',
      y: 'у',
      A: 'А',
      B: 'Β',
      C: 'С',
    },
    ...{
      E: 'Ε',
      H: 'Н',
      I: 'І',
      J: 'Ј',
      K: 'К',
      L: 'Ꮮ',
      M: 'М',
      N: 'Ν',
      O: 'О',
      P: 'Р',
      S: 'Ѕ',
      T: 'Т',
    },
    ...{ U: 'Ս', V: 'Ѵ', W: 'Ԝ', X: 'Х', Y: 'Υ', Z: 'Ζ', b: 'Ь', d: 'ԁ', f: 'ք', l: 'ӏ', z: 'ᴢ' },
  },
} as const;
const LEET = { a: '4', e: '3', o: '0', l: '1', s: '5', t: '7' };
const DIGRAPHS = {
  ...{ ø: 'oe', ö: 'oe', å: 'aa', ä: 'ae', ü: 'ue', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
  ...{ Ø: 'Oe', Ö: 'Oe', Å: 'Aa', Ä: 'Ae', Ü: 'Ue', Æ: 'Ae', Œ: 'Oe', Þ: 'Th' },
};
const BARE = {
  ...{
    ø: 'o',
    ö: 'o',
    å: 'a',
    ä: 'a',
    ü: 'u',
    æ: 'ae',
    œ: 'oe',
    ß: 'ss',
    þ: 'th',
    ł: 'l',
    đ: 'd',
    ð: 'd',
  },
  ...{
    ı: 'i',
    ə: 'e',
    ŋ: 'n',
    Ø: 'O',
    Å: 'A',
    Æ: 'Ae',
    Þ: 'Th',
    Ł: 'L',
    Đ: 'D',
    Ð: 'D',
    İ: 'I',
    Ə: 'E',
    Ŋ: 'N',
  },
};

const replaced = (text: string, letters: Readonly<Record<string, string>>) =>
  Array.from(text, (letter) => letters[letter] ?? letter).join('');
const isLatin = (text: string) => /^[\p{Script=Latin}\p{M}\P{L}]+$/u.test(text);
const latin =
  (change: (whole: string) => string): Evasion =>
  (name) => {
    const whole = wholeName(name);
    return isLatin(whole) ? change(whole) : null;
  };
const any =
  (change: (whole: string) => string): Evasion =>
  (name) =>
    change(wholeName(name));
const spaced =
  (change: (name: NameInParts) => string): Evasion =>
  (name) =>
    name.isJoined ? null : change(name);
const bytes = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).toUpperCase()}`).join(
    '',
  );
const initial = (word: string) => Array.from(word)[0] ?? '';
const isCased = (text: string) => text.toLowerCase() !== text.toUpperCase();
const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Ways to write a name so that a search misses it; null if the way does not apply. */
export const evasions: Readonly<Record<string, Evasion>> = {
  'as it is': any((whole) => whole),
  capitals: any((whole) => whole.toUpperCase()),
  'small letters': any((whole) => whole.toLowerCase()),
  decomposed: any((whole) => whole.normalize('NFD')),
  'without accents': latin((whole) => replaced(withoutMarks(whole), BARE)),
  'digraphs for letters': latin((whole) =>
    withoutMarks(replaced(whole.normalize('NFC'), DIGRAPHS)),
  ),
  'soft hyphens': any((whole) => Array.from(whole).join('\u00AD')),
  'characters not seen': any((whole) => Array.from(whole).join('\u200B\u2060\uFE0F\u{E0061}')),
  'full width': latin((whole) =>
    withoutMarks(whole).replace(/[!-~]/g, (each) =>
      String.fromCharCode(each.charCodeAt(0) + 0xfee0),
    ),
  ),
  'letters of mathematics': latin((whole) =>
    withoutMarks(whole)
      .replace(/[a-z]/g, (each) => String.fromCodePoint(0x1d41a + each.charCodeAt(0) - 97))
      .replace(/[A-Z]/g, (each) => String.fromCodePoint(0x1d400 + each.charCodeAt(0) - 65)),
  ),
  'one Cyrillic letter': latin((whole) =>
    whole.replace(/[aeoicp]/, (each) => replaced(each, LOOK_ALIKES.one)),
  ),
  'only look-alikes': latin((whole) => replaced(withoutMarks(whole), LOOK_ALIKES.all)),
  'percent-encoded': any((whole) => `https://a.example/?q=${encodeURIComponent(whole)}`),
  'percent-encoded twice': any((whole) => `https://a.example/${encodeURIComponent(bytes(whole))}`),
  'references of HTML': any((whole) =>
    Array.from(whole, (each) =>
      each < '\x80' ? each : `&amp;#x${each.codePointAt(0)?.toString(16)};`,
    ).join(''),
  ),
  'plus for spaces': any((whole) => `?author=${whole.replaceAll(' ', '+')}&page=2`),
  'run together': any((whole) => `#${whole.replace(/[\s’'-]/g, '').toLowerCase()}`),
  'run together in a longer word': any(
    (whole) => `#about${whole.replace(/[\s’'-]/g, '').toLowerCase()}today`,
  ),
  'capitals within': spaced(
    ({ given, family }) => `#${given.replace(/[\s’'-]/g, '')}${family.replace(/[\s’'-]/g, '')}Said`,
  ),
  'split letters': any((whole) => Array.from(whole.replaceAll(' ', '')).join(' ')),
  'hyphen at the end of a line': any((whole) => {
    const letters = Array.from(whole);
    letters.splice(letters.length - 3, 0, '-\n');
    return letters.join('');
  }),
  'without middle name': spaced((name) => wholeName({ ...name, middle: null })),
  'family name first': spaced(({ given, family }) => `${family} ${given}`),
  'family name and a comma': spaced(({ given, family }) => `${family}, ${given}`),
  'given name first': spaced(({ given, family }) => `${given} ${family}`),
  initial: spaced((name) =>
    isCased(name.given) ? `${initial(name.given)}. ${name.family}` : wholeName(name),
  ),
  possessive: latin((whole) => `${whole}’s`),
  genitive: latin((whole) => `${whole}${/[sxz]$/i.test(whole) ? 'es' : 's'}`),
  'capital I for l': latin((whole) => whole.replaceAll('l', 'I')),
  'l for capital I': latin((whole) => whole.replaceAll('I', 'l')),
  // Every letter that has one, but no two in a row: that is hard to read, and four are a year.
  'digits for letters': latin((whole) =>
    whole.replace(
      /(?<=[a-zA-Z])([aeolst])(?=[a-zA-Z])(.)/g,
      (_, letter, next) => replaced(letter, LEET) + next,
    ),
  ),
  'turned round': any((whole) => `\u202E${Array.from(whole).reverse().join('')}\u202C`),
  'e-mail address': spaced(({ given, family }) =>
    `${given.replaceAll(' ', '.')}.${family.replaceAll(' ', '.')}@a.example`.toLowerCase(),
  ),
  'language tag': spaced(({ given, family }) =>
    `en-x-${given}-${family}`.replaceAll(' ', '-').toLowerCase(),
  ),
  'family name alone': spaced(({ family }) => `Mr ${family}`),
};
