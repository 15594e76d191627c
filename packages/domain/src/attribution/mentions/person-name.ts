import { foldMention } from '../fold-mention.ts';
import {
  BOUND_PARTICLES,
  FAMILY_NAMES_FIRST,
  HONORIFICS,
  PARTICLES,
  PERHAPS_HONORIFICS,
  SUFFIXES,
} from './name-data.ts';

/** A word of a name with the particles before it ("von der Heide"). */
export type NamePart = {
  particles: string[];
  word: string;
  /** Whether the particles are part of the word, as in "Abd al-Rahman". */
  isBound: boolean;
  /** Whether a hyphen joins it to the part before. */
  isHyphenated: boolean;
};

/** A name as it is written in one script: given names first where that is known. */
export type PersonName = { parts: NamePart[]; nicknames: string[] };

const PARENTHESES = /[("“”«»「」『』[（]([^)"“”«»「」『』\]）]*)[)"“”«»「」『』\]）]/gu;

/**
 * The ways in which one name can be read. Titles and degrees are left off, "Soren, Ilya" and "SOREN
 * Ilya" are put in order, what is in brackets is a nickname or, of several words, the name again. A
 * title that may be a name ("Dean") is read both ways.
 */
export function readPersonName(text: string): PersonName[] {
  const asides = Array.from(text.matchAll(PARENTHESES), ([, aside = '']) => aside.trim());
  const outside = text.replace(PARENTHESES, ' ');
  const nicknames = asides.filter((aside) => aside !== '' && !/\s/.test(aside));
  const others = asides.filter((aside) => /\s/.test(aside)).flatMap(readPersonName);
  const born = outside.split(/\s(?:née|né|born|geb\.?)\s/u);
  const [main = ''] = born;
  const given = main.trim().split(/\s+/).slice(0, -1).join(' ');
  const maiden = born.slice(1).flatMap((name) => readPersonName(`${given} ${name}`));
  return [...readings(inOrder(main)).map((parts) => ({ parts, nicknames })), ...maiden, ...others];
}

/** The words of a name, given names first; a comma marks the reverse order. */
function inOrder(text: string): string[] {
  const [first = '', ...rest] = text.split(/[,،、]/);
  const words = wordsOf(first);
  const after = rest.flatMap((part) => wordsOf(part));
  const given = after.filter((word) => !isSuffix(word) && !isHonorific(word));
  if (given.length > 0 && given.length === after.length) return [...given, ...words];
  return withCapitalsLast(words);
}

/** "MAREK Ilya": as lists of participants write the family name. */
function withCapitalsLast(words: string[]): string[] {
  const names = words.filter((word) => !isHonorific(word) && !isSuffix(word));
  const end = names.findIndex((word) => !/^\p{Lu}[\p{Lu}’'-]{2,}$/u.test(word));
  return end > 0 ? [...names.slice(end), ...names.slice(0, end)] : words;
}

const wordsOf = (text: string): string[] => text.split(/[\s_/·・]+/u).filter((each) => each !== '');

const key = (word: string) => word.replace(/[.’']/g, '').toLowerCase();
const isSuffix = (word: string) => SUFFIXES.has(key(word));
const isHonorific = (word: string) =>
  HONORIFICS.has(key(word)) || /^\p{L}{3,}\.$/u.test(word) || word === 'H.E.';

function readings(words: string[]): NamePart[][] {
  let end = words.length;
  while (end > 2 && isSuffix(words[end - 1] ?? '')) end -= 1;
  let begin = 0;
  while (end - begin > 1 && isHonorific(words[begin] ?? '')) begin += 1;
  const rest = words.slice(begin, end);
  const read = [partsOf(rest)];
  if (rest.length > 1 && PERHAPS_HONORIFICS.has(key(rest[0] ?? ''))) {
    read.push(partsOf(rest.slice(1)));
  }
  return read.filter((parts) => parts.length > 0);
}

function partsOf(words: string[]): NamePart[] {
  const parts: NamePart[] = [];
  let particles: string[] = [];
  let isBound = false;
  for (const token of words) {
    for (const [index, part] of token.split(/[-‐‑–]/).entries()) {
      const folded = foldMention(part);
      if (folded === '') continue;
      const isParticle = PARTICLES.has(key(part)) || PARTICLES.has(folded);
      // "O. Marek" begins with an initial.
      const isInitial = parts.length === 0 && folded.length < 2;
      const binds = !isInitial && (BOUND_PARTICLES.has(key(part)) || BOUND_PARTICLES.has(folded));
      const isName = parts.length === 0 && particles.length === 0 && !binds && index === 0;
      if ((isParticle && !(isName && !token.includes('-'))) || binds) {
        particles.push(part);
        isBound ||= binds;
        continue;
      }
      const [elided, word] = elisionOf(part);
      const all = elided === null ? particles : [...particles, elided];
      parts.push({ particles: all, word, isBound, isHyphenated: index > 0 && all.length === 0 });
      particles = [];
      isBound = false;
    }
  }
  // Nothing followed: it was no particle.
  for (const word of particles) {
    parts.push({ particles: [], word, isBound: false, isHyphenated: false });
  }
  return withGivenNameInOne(parts);
}

/** The hyphen of "Kim Jong-un" is that of one given name, not of two family names. */
function withGivenNameInOne(parts: NamePart[]): NamePart[] {
  const [first, second, third] = parts;
  if (parts.length !== 3 || !first || !second || !third?.isHyphenated) return parts;
  if (!FAMILY_NAMES_FIRST.has(foldMention(first.word))) return parts;
  return [first, { ...second, word: `${second.word}-${third.word}` }];
}

/** "D’Alessandro" and "الأسدي" are a particle and a word; "O’Connor" is a word. */
function elisionOf(part: string): [string | null, string] {
  const elision = /^(?:([dl])['’]|(ال))(\p{L}{3,})$/iu.exec(part);
  return elision === null ? [null, part] : [elision[1] ?? 'ال', elision[3] ?? part];
}
