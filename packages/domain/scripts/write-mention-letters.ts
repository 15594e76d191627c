import { writeFileSync } from 'node:fs';
import { characterEntities } from 'character-entities';
import unhomoglyph from 'unhomoglyph';
import { unicodeName } from 'unicode-name';

/*
 * Writes `src/attribution/mentions/mention-letters.ts`, the letters that Unicode's compatibility
 * decomposition leaves apart and the folding of protected names brings together. Run it again
 * after one of the three packages was updated: `node packages/domain/scripts/write-mention-letters.ts`.
 *
 * In this order a letter becomes
 * 1. what `OWN` says, where spelling and not looks decides;
 * 2. the letter of its Unicode name ("LATIN SMALL LETTER L WITH STROKE" is an l);
 * 3. the letter of the alphabet it looks like by UTS #39 (confusables.txt 13.0.0 in `unhomoglyph`);
 * 4. what its other case looks like (small Greek epsilon is a capital E made small);
 * 5. the Greek or Cyrillic letter that it looks like.
 */

/** Letters whose spelling decides. */
const OWN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'ss', þ: 'th', Þ: 'th', ð: 'd', Ð: 'd', ŋ: 'n', Ŋ: 'n', ĸ: 'k', ŉ: 'n' },
  ...{ œ: 'oe', Œ: 'oe', ə: 'e', Ə: 'e', ſ: 's', ς: 'σ' },
  // A sigma by its decomposition, but it looks like a c.
  ...{ ϲ: 'c', Ϲ: 'c' },
  // In confusables.txt since 14.0.
  ...{ ш: 'w', џ: 'u', ӏ: 'l', Ⲃ: 'b', ⲓ: 'i', Ⳏ: 'p', ⳏ: 'p', ⲩ: 'y', ⲽ: 'w', ϸ: 'p' },
  // Letters that differ by keyboard and not by word: Persian, Urdu, Pashto and Arabic.
  ...{ ی: 'ي', ى: 'ي', ې: 'ي', ۍ: 'ي', ے: 'ي', ک: 'ك', ڪ: 'ك', ٱ: 'ا', ګ: 'گ' },
  ...{ ہ: 'ه', ھ: 'ه', ە: 'ه', ة: 'ه', ۃ: 'ه' },
  // Hebrew letters at a word's end.
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  // The strokes that lengthen an Arabic or N'Ko word.
  ...{ '\u0640': '', '\u07FA': '' },
};

/** Letters that are apostrophes, accents or stress marks and part words as those do. */
const APOSTROPHES =
  /[\u02B9-\u02C1\u02C6-\u02D1\u02EC\u02EE\u0374\u0559\u07F4\u07F5\uA717-\uA71F\uA788\uA78B\uA78C]/u;

const NAMED: Readonly<Record<string, string>> = {
  ...{ ALPHA: 'a', BETA: 'b', CHI: 'x', DELTA: 'd', GAMMA: 'g', IOTA: 'i', LAMBDA: 'l', PHI: 'f' },
  ...{ OMEGA: 'o', UPSILON: 'u', ENG: 'n', ESH: 's', ETH: 'd', EZH: 'z', SCHWA: 'e', THORN: 'th' },
  ...{ WYNN: 'w', YOGH: 'y', HENG: 'h', LEZH: 'l' },
};
const TWO_LETTERS = /^(?:AA|AE|AO|AU|AV|AY|DZ|LL|OE|OO|OU|TH|TZ|UE|UI|UO|VY)$/;
const LATIN_NAME =
  /^(?:LATIN|MODIFIER|NEGATIVE CIRCLED LATIN|(?:CROSSED )?NEGATIVE SQUARED LATIN) (?:SUBSCRIPT |EPIGRAPHIC )?(?:CAPITAL |SMALL )*(?:LETTER|LIGATURE) (?:[A-Z-]+ )*?([A-Z]+)(?: (?:BAR|ROTUNDA|REVERSED|DIGRAPH|OPEN-O|REVERSED-SCHWA|LONGA))?(?: (?:WITH|WITHOUT|PRECEDED) .*)?$/;

const MARKS = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;
const CANDIDATE = /^[\p{L}\p{Nl}\p{So}]$/u;
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const GREEK_OR_CYRILLIC = /^[\p{Script=Greek}\p{Script=Cyrillic}]+$/u;

function byName(letter: string): string | null {
  const word = LATIN_NAME.exec(unicodeName(letter) ?? '')?.[1] ?? '';
  if (word.length === 1 || TWO_LETTERS.test(word)) return word.toLowerCase();
  return NAMED[word] ?? null;
}

/** The letters it looks like; the standard has "m" as "rn", and capital I as l. */
function byLooks(letter: string): string {
  if (EAST_ASIAN.test(letter)) return '';
  const looks = unhomoglyph(letter).normalize('NFKD').replace(MARKS, '').replaceAll('rn', 'm');
  return looks === letter || !/^\p{L}+$/u.test(looks) ? '' : looks;
}

/** Latin letters it looks like: of the alphabet, or small capitals of it. */
function byLatinLooks(letter: string): string | null {
  const folded = Array.from(byLooks(letter), (each) => {
    if (/^[a-z]$/i.test(each)) return each.toLowerCase();
    return /SMALL CAPITAL ([A-Z])$/.exec(unicodeName(each) ?? '')?.[1]?.toLowerCase() ?? '?';
  }).join('');
  return /^[a-z]+$/.test(folded) ? folded : null;
}

function foldLetter(letter: string, depth = 0): string {
  if (/^[a-z]$/i.test(letter)) return letter.toLowerCase();
  const all = (letters: string) =>
    Array.from(letters, (each) => foldLetter(each, depth + 1)).join('');
  const own = OWN[letter] ?? OWN[letter.toLowerCase()];
  if (own !== undefined && own !== letter) return all(own);
  const parts = letter.normalize('NFKD').replace(MARKS, '');
  if (parts !== letter) return all(parts);
  if (APOSTROPHES.test(letter)) return ' ';
  const named = byName(letter);
  if (named !== null) return named;
  const other = letter.toLowerCase() === letter ? letter.toUpperCase() : letter.toLowerCase();
  const looks = byLatinLooks(letter);
  const otherLooks = other === letter ? null : byLatinLooks(other);
  // A capital I is an l to the standard, and looks like an i.
  if (looks !== null && looks.replaceAll('l', 'i') === otherLooks) return otherLooks;
  if (looks !== null || otherLooks !== null) return looks ?? otherLooks ?? '';
  const european = [byLooks(letter), byLooks(other)].find((each) => GREEK_OR_CYRILLIC.test(each));
  if (depth < 3 && european !== undefined) return all(european);
  return letter.toLowerCase();
}

const sourcesOf = new Map<string, string[]>();
for (let code = 0x80; code < 0x20000; code += 1) {
  const letter = String.fromCodePoint(code);
  const isWhole = letter.normalize('NFKD').replace(MARKS, '') === letter;
  if (!CANDIDATE.test(letter) || (!isWhole && OWN[letter] === undefined)) continue;
  if (/\p{So}/u.test(letter) && byName(letter) === null) continue;
  const folded = foldLetter(letter);
  if (folded === letter.toLowerCase()) continue;
  sourcesOf.set(folded, [...(sourcesOf.get(folded) ?? []), letter]);
}

/** Right-to-left letters would turn the line round; those beyond the BMP have no font. */
const printed = (text: string) =>
  text.replace(
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/gu,
    (each) =>
      each === ' ' || /[\x20-\x7E]/.test(each) ? each : `\\u{${each.codePointAt(0)?.toString(16)}}`,
  );
const entry = (key: string, sources: string) =>
  `  ${/^[a-zα-ωа-я]+$/u.test(key) ? key : `'${printed(key)}'`}: '${printed(sources)}',`;

const letters = [...sourcesOf]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([folded, sources]) => entry(folded, sources.join('')));

const entities = Object.entries(characterEntities).filter(([name]) => name.length > 1);
const isLetter = (value: string) => /[\p{L}\p{N}]/u.test(value.normalize('NFKD'));
const namesOf = (pattern: RegExp) =>
  entities.flatMap(([name, value]) => (!isLetter(value) && pattern.test(value) ? [name] : []));

/** Words in lines of a template literal. */
const lines = (words: string[]) =>
  `\`\n  ${words
    .join(' ')
    .replace(/(.{1,92})(?: |$)/g, '$1\n  ')
    .trimEnd()}\n\``;

const output = `/* Written by scripts/write-mention-letters.ts. Do not edit. */

/**
 * Letters by what they fold to, where neither decomposition nor lower case does it: those that
 * Unicode does not decompose, and those that look like others (UTS #39, data of Unicode 13.0).
 */
export const LETTERS: Readonly<Record<string, string>> = {
${letters.join('\n')}
};

/** Named HTML character references for letters: the name, and the letter. */
export const LETTER_ENTITIES = ${lines(
  entities
    .filter(([, value]) => isLetter(value))
    .map(([name, value]) => `${name}=${printed(value)}`),
)};

/** References for spaces and punctuation. */
export const PARTING_ENTITIES = ${lines(namesOf(/^[\p{Z}\p{P}\s]+$/u))};

/** References for invisible characters. */
export const INVISIBLE_ENTITIES = ${lines(namesOf(/^\p{Cf}+$/u))};
`;
writeFileSync(new URL('../src/attribution/mentions/mention-letters.ts', import.meta.url), output);
