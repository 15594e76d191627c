import { z } from 'zod';
import { hasUnspacedScript } from '../text/words.ts';
import { Language, line, text } from '../values.ts';

/** A word that the journal does not use, and the one that it does. */
export const HouseRule = z.strictObject({
  word: line(100),
  instead: line(100),
  /** Of which language; null for every one. */
  language: Language.nullable().default(null),
  why: text(300).default(''),
});
export type HouseRule = z.infer<typeof HouseRule>;

const keyOf = ({ word, language }: HouseRule) => JSON.stringify([word, language]);

/** The journal's house style. */
export const HouseStyle = z
  .array(HouseRule)
  .max(500, 'keep to 500 words')
  .refine(
    (rules) => new Set(rules.map(keyOf)).size === rules.length,
    'name each word once in each language',
  );
export type HouseStyle = z.infer<typeof HouseStyle>;

/** The house style with the save it is of: a save names the one that it was made over. */
export type HouseStyleTable = { rules: HouseStyle; save: number };

export type FoundRule = { rule: HouseRule; words: string; start: number };

const primary = (tag: string) => new Intl.Locale(tag).language;

/**
 * Words of a text that the house style has others for, in order. A rule in small letters is for every
 * spelling of them; one with a capital for exactly that.
 */
export function findHouseRules(
  text: string,
  language: string,
  rules: readonly HouseRule[],
): FoundRule[] {
  return rules
    .filter((rule) => rule.language === null || primary(rule.language) === primary(language))
    .flatMap((rule) =>
      [...text.matchAll(patternOf(rule))].map(({ 0: words, index }) => ({
        rule,
        words,
        start: index,
      })),
    )
    .toSorted((a, b) => a.start - b.start);
}

function patternOf({ word }: HouseRule): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, ' ');
  const flags = word === word.toLowerCase() ? 'giu' : 'gu';
  // A script without spaces has no word boundaries to match.
  if (hasUnspacedScript(word)) return new RegExp(escaped, flags);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, flags);
}
