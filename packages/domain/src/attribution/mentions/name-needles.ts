import { foldMention } from '../fold-mention.ts';
import { COMMON_GIVEN_NAMES, FAMILY_NAMES_FIRST } from './name-data.ts';
import type { NeedleCollector } from './needle-collector.ts';
import { type NamePart, type PersonName, readPersonName } from './person-name.ts';
import { combinations, lookAlikesOf, spellingsOf, withPrefixes } from './spellings.ts';
import { addUnspacedName, isUnspacedName } from './unspaced-name-needles.ts';

/*
 * Bounds in letters, by `npm run bench -- mentions` (docs/decisions/0029): below them, chance finds
 * more than people do.
 */

/** Names whose letters in a row are looked for in any surroundings: "i l y a m a r e k". */
const LETTERS_POSSIBLE = 6;
const LETTERS_CERTAIN = 12;
/** Names in one word: "ilyamarek". */
const JOINED_POSSIBLE = 4;
const JOINED_CERTAIN = 6;
/** With an initial: "J. Lee" are many. */
const FAMILY_AFTER_INITIAL = 5;
const SHORTEST_FAMILY_NAME = 3;
const SHORTEST_GIVEN_NAME = 4;
const MAX_MIDDLE_NAMES = 4;

type Slots = string[][];

/** Looks for a person's name in every order and shortening in which people are named. */
export function addName(collector: NeedleCollector, text: string): void {
  for (const name of readPersonName(text)) {
    const whole = name.parts.map(({ word }) => word).join('');
    if (isUnspacedName(whole))
      addUnspacedName(
        collector,
        name.parts.map(({ word }) => word),
      );
    else if (name.parts.length === 1) addMononym(collector, name.parts);
    else addParts(collector, name);
  }
}

function addMononym(collector: NeedleCollector, parts: NamePart[]): void {
  const writings = parts.map(writingsOf);
  const isShort = lettersOf(parts).length < JOINED_CERTAIN;
  collector.addWords(writings, { capitalised: true, certainty: isShort ? 'possible' : 'certain' });
}

function addParts(collector: NeedleCollector, { parts, nicknames }: PersonName): void {
  const written = parts.map(writingsOf);
  const at = (index: number) => written.at(index) ?? [];
  const firstAndLast = [at(0), at(-1)];
  for (const slots of shortened(parts, written)) collector.addWords(slots);
  collector.addWords([withPrefixes(at(0)), at(-1)]);
  // Family name first, as in an index; this also finds the whole name with its first word last.
  collector.addWords([at(-1), at(0)]);
  for (const nickname of nicknames) collector.addWords([[nickname], at(-1)]);
  for (const middle of written.slice(1, -1)) {
    collector.addWords([middle, at(-1)], { certainty: 'possible' });
  }
  addWithoutLast(collector, parts, written);
  addInitials(collector, parts);
  addJoined(collector, parts, [
    written,
    firstAndLast,
    [at(-1), at(0)],
    [...written.slice(1), at(0)],
  ]);
  collector.addWords([at(0), genitives(at(-1))]);
  collector.addWords([...written.slice(0, -1), genitives(at(-1))]);
  for (const text of plainWritings(parts).flatMap(lookAlikesOf)) collector.addWords([[text]]);
  addSingleWords(collector, parts);
}

/** The whole name, and its first and last, as they are usually written. */
function plainWritings(parts: NamePart[]): string[] {
  const written = parts.map((part) => fewWritingsOf(part));
  const ends = [written.at(0) ?? [], written.at(-1) ?? []];
  return [written.map(([full = '']) => full), ...combinations(ends, 4)].map((words) =>
    words.join(' '),
  );
}

/** First and last with any of the middle names, each whole or an initial. */
function shortened(parts: NamePart[], written: Slots): Slots[] {
  const middle = written.slice(1, -1);
  const choices =
    middle.length > MAX_MIDDLE_NAMES
      ? [middle.map(() => 'whole'), middle.map(() => 'none')]
      : combinations(
          middle.map(() => ['none', 'whole', 'initial']),
          3 ** MAX_MIDDLE_NAMES,
        );
  return choices.map((chosen) => [
    written[0] ?? [],
    ...chosen.flatMap((choice, index) => {
      if (choice === 'none') return [];
      return [choice === 'whole' ? (middle[index] ?? []) : [initialOf(parts[index + 1])]];
    }),
    written.at(-1) ?? [],
  ]);
}

/**
 * Of two family names, or of one after a father's, the last is often left off: "José Rodríguez" for
 * José Luis Rodríguez Zapatero. Of three words it may as well be a given name.
 */
function addWithoutLast(collector: NeedleCollector, parts: NamePart[], written: Slots): void {
  const [first = [], ...rest] = written;
  const next = parts.at(-2);
  if (parts.length < 3 || next === undefined) return;
  const isFamilyName =
    parts.filter(({ isHyphenated }) => !isHyphenated).length > 3 ||
    next.particles.length > 0 ||
    (parts.at(-1)?.isHyphenated ?? false);
  const certainty = isFamilyName ? 'certain' : 'possible';
  collector.addWords([first, written.at(-2) ?? []], { certainty });
  collector.addWords([first, ...rest.slice(0, -1)], { certainty });
}

function addInitials(collector: NeedleCollector, parts: NamePart[]): void {
  const [first, last] = [parts.at(0), parts.at(-1)];
  const given = parts.slice(0, -1).map(initialOf);
  if (!first || !last || given.some((initial) => initial === '')) return;
  const initials = given.map((initial) => [initial]);
  const family = fewWritingsOf(last);
  const isLong = lettersOf([last]).length >= FAMILY_AFTER_INITIAL;
  const one = { capitalised: true, certainty: isLong ? 'certain' : 'possible' } as const;
  collector.addWords([given.slice(0, 1), family], one);
  // As a handle or the name of an account.
  if (isLong) collector.addWords([[`${given[0]}${last.word}`]], { certainty: 'possible' });
  addInitialAfterFamilyName(collector, first, parts[1] ?? last);
  if (given.length === 1) return;
  const several = { capitalised: true } as const;
  collector.addWords([...initials, family], several);
  collector.addWords([[given.join('')], family], several);
  const middle = parts.slice(1, -1).map(fewWritingsOf);
  collector.addWords([given.slice(0, 1), ...middle, family], several);
  // Family name first, as in "J. U. Kim" for Kim Jong Un.
  const after = parts.slice(1).map(initialOf);
  collector.addWords([...after.map((initial) => [initial]), [first.word]], several);
  collector.addWords([[after.join('')], [first.word]], several);
}

/** "X. Li" for Li Xiaoming. */
function addInitialAfterFamilyName(
  collector: NeedleCollector,
  family: NamePart,
  given: NamePart,
): void {
  if (!FAMILY_NAMES_FIRST.has(foldMention(family.word))) return;
  collector.addWords([[initialOf(given)], [family.word]], {
    capitalised: true,
    certainty: 'possible',
  });
}

/** All in one word, or with something between any two letters. */
function addJoined(collector: NeedleCollector, parts: NamePart[], orders: Slots[]): void {
  for (const slots of orders) {
    const letters = lengthOf(slots.map(([first = '']) => first.toLowerCase()).join(''));
    // In small letters: folding parts words at capitals.
    const joined = combinations(slots, 8).map((words) =>
      words.join('').replaceAll(' ', '').toLowerCase(),
    );
    if (letters >= LETTERS_POSSIBLE)
      collector.addLetters(slots, letters >= LETTERS_CERTAIN ? 'certain' : 'possible');
    if (letters >= JOINED_CERTAIN) collector.addWords([joined]);
    else if (letters >= JOINED_POSSIBLE)
      collector.addWords([joined], { certainty: 'possible', capitalised: true });
  }
  // "Kim Jongun" for Kim Jong Un.
  const words = parts.map(({ word }) => word);
  if (words.length === 3) {
    const joined = words.slice(1).join('').toLowerCase();
    collector.addWords([[words[0] ?? ''], [joined]]);
    collector.addWords([[joined], [words[0] ?? '']]);
  }
}

/** The family name alone, and each word that not many are called. */
function addSingleWords(collector: NeedleCollector, parts: NamePart[]): void {
  const precision = { certainty: 'possible', capitalised: true } as const;
  for (const [index, { word, particles, isHyphenated }] of parts.entries()) {
    const folded = foldMention(word).replaceAll(' ', '');
    const isFamilyName =
      index === parts.length - 1 ||
      (index === 0 && FAMILY_NAMES_FIRST.has(folded)) ||
      (index === parts.length - 2 && (parts.at(-1)?.isHyphenated ?? false) && !isHyphenated);
    if (!isFamilyName && COMMON_GIVEN_NAMES.has(folded)) continue;
    const shortest = isFamilyName ? SHORTEST_FAMILY_NAME : SHORTEST_GIVEN_NAME;
    const alone = [word, [...particles, word].join(''), [...particles, word].join(' ')];
    // A word that another spelling shortens to three letters may be any.
    const spellings = alone
      .filter((each) => Array.from(each).length >= shortest)
      .flatMap((each) => [each, ...spellingsOf(each).filter((other) => lengthOf(other) > shortest)])
      .flatMap((each) => withPrefixes([each]));
    collector.addWords(
      [isFamilyName ? [...spellings, ...genitives(spellings)] : spellings],
      precision,
    );
  }
}

/** A part with and without its particles, in every spelling. */
function writingsOf({ particles, word, isBound }: NamePart): string[] {
  const words = spellingsOf(word);
  if (particles.length === 0) return words;
  const prefixes = [particles, particles.map(otherArticle)];
  return [
    ...prefixes.flatMap((prefix) => words.map((each) => [...prefix, each].join(' '))),
    ...(isBound ? [] : words),
    ...prefixes.flatMap((prefix) => words.map((each) => [...prefix, each].join(''))),
  ];
}

/** With all its particles and without. */
const fewWritingsOf = ({ particles, word, isBound }: NamePart): string[] => [
  [...particles, word].join(' '),
  ...(isBound || particles.length === 0 ? [] : [word]),
];

/** The Arabic article is written al and el, and as the consonant after it has it. */
function otherArticle(particle: string): string {
  const folded = foldMention(particle);
  if (folded === 'al') return 'el';
  return /^(?:el|ul|as|ash|ad|ar|at|az|an)$/.test(folded) ? 'al' : particle;
}

/** "Mareks" is two of them, or German for Marek's. */
const genitives = (words: readonly string[]): string[] =>
  words
    .filter((word) => /\p{Script=Latin}$/u.test(word))
    .map((word) => `${word}${/(?:[sxz]|[cs]h)$/i.test(word) ? 'es' : 's'}`);

const initialOf = (part: NamePart | undefined): string => {
  const [letter = ''] = part?.word ?? '';
  return /\p{Lu}|\p{Ll}|\p{Lt}/u.test(letter) ? letter : '';
};

const lengthOf = (text: string): number => foldMention(text).replaceAll(' ', '').length;

const lettersOf = (parts: NamePart[]): string =>
  foldMention(parts.map(({ word }) => word).join('')).replaceAll(' ', '');
