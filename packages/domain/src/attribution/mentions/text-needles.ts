import { foldMention } from '../fold-mention.ts';
import type { NeedleCollector } from './needle-collector.ts';
import { GENERIC_WORDS, ORGANISATION_WORDS } from './organisation-data.ts';

/** Letters in a row that are looked for in any surroundings, as in an address or a broken word. */
const LETTERS = 12;
const SHORTEST_DISTINCTIVE_WORD = 4;

/** Looks for a title or a slug: all of it, and a title without its subtitle. */
export function addTitle(collector: NeedleCollector, text: string): void {
  addWhole(collector, text);
  const [main = ''] = text.split(/:|\s[–—-]\s/u);
  if (wordsOf(main).length > 2) collector.addWords([[main]], { certainty: 'possible' });
}

/** A text of several words is certain; a single word is looked for as a name, with its capital. */
function addWhole(collector: NeedleCollector, text: string): void {
  const words = wordsOf(text);
  if (words.length > 1) collector.addWords([[text]]);
  else collector.addWords([[text]], { certainty: 'possible', capitalised: true });
  if (words.join('').length >= LETTERS) collector.addLetters([[text]], 'possible');
}

/**
 * Adds needles for an organisation: its whole name, and the name without common parts ("Ministry
 * of"), its acronym or its place, if what is left is distinctive.
 */
export function addOrganisation(collector: NeedleCollector, text: string): void {
  const bare = text.replace(/\([^)]*\)/g, ' ');
  addName(collector, text);
  addName(collector, bare);
  for (const acronym of text.match(/(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu) ?? []) {
    possibly(collector, acronym);
  }
  const [first = '', ...places] = bare.split(/[,;/]|\s[–—-]\s/u);
  if (places.length > 0 && wordsOf(first).length > 1) possibly(collector, first);
  const rest = withoutGenericStart(first);
  if (rest !== first && isDistinctive(rest)) possibly(collector, rest);
}

function addName(collector: NeedleCollector, text: string): void {
  const words = wordsOf(text);
  if (words.length > 1) {
    addWhole(collector, text);
    return;
  }
  const isShort = words.join('').length < SHORTEST_DISTINCTIVE_WORD;
  const isGeneric = !isDistinctive(text);
  collector.addWords([[text]], {
    capitalised: true,
    certainty: isShort || isGeneric ? 'possible' : 'certain',
  });
}

const possibly = (collector: NeedleCollector, text: string) =>
  collector.addWords([[text]], { certainty: 'possible', capitalised: true });

/** Whether it is more likely the name of an organisation than of a person. */
export function isOrganisation(text: string): boolean {
  return wordsOf(text).some(
    (word) => ORGANISATION_WORDS.has(word) || /^(?:of|for|the|and|fur|pour|para)$/.test(word),
  );
}

const wordsOf = (text: string): string[] => foldMention(text).split(' ').filter(Boolean);

const isGenericWord = (word: string): boolean => {
  const folded = foldMention(word).replaceAll(' ', '');
  return ORGANISATION_WORDS.has(folded) || GENERIC_WORDS.has(folded) || folded === '';
};

function withoutGenericStart(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean);
  const from = words.findIndex((word) => !isGenericWord(word));
  return from < 0 ? '' : words.slice(from).join(' ');
}

/** Whether a word is distinctive: not one that many share, and not the name of a country. */
function isDistinctive(text: string): boolean {
  if (countries().has(foldMention(text))) return false;
  return text.split(/\s+/u).some((word) => {
    const folded = foldMention(word).replaceAll(' ', '');
    return (
      folded.length >= SHORTEST_DISTINCTIVE_WORD && !isGenericWord(word) && !countries().has(folded)
    );
  });
}

let known: Set<string> | null = null;

/** Names of countries in the languages that the generic words are in. */
function countries(): Set<string> {
  known ??= new Set(
    ['en', 'fr', 'es', 'pt', 'it', 'de', 'nl'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      return regionCodes().flatMap((code) => {
        const name = names.of(code);
        return name === undefined ? [] : [foldMention(name)];
      });
    }),
  );
  return known;
}

function regionCodes(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) => letters.map((second) => first + second));
}
