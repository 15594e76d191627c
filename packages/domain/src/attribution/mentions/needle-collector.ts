import { foldMention } from '../fold-mention.ts';
import type { Needle } from '../needle.ts';
import { combinations } from './spellings.ts';

type Precision = Partial<Pick<Needle, 'certainty' | 'capitalised'>>;

/** How many ways of writing one form of a name are looked for. */
const WRITINGS = 24;
const CASELESS = /^[^\p{Lu}\p{Ll}\p{Lt}]*$/u;
const LATIN = /^[\p{Script=Latin}\P{L}]*$/u;

/** Collects needles, each once and with the least precision it was added with. */
export class NeedleCollector {
  readonly #needles = new Map<string, Needle>();
  /** Words are folded once each: one occurs in many needles. */
  readonly #folds = new Map<string, string>();

  /** Adds a text to find as whole words, each of which may be written in several ways. */
  addWords(writings: readonly (readonly string[])[], precision: Precision = {}): void {
    for (const words of combinations(writings, WRITINGS)) {
      const isCased = !words.every((word) => CASELESS.test(word));
      const capitalised = (precision.capitalised ?? false) && isCased;
      for (const cased of inCases(words)) {
        const folded = cased.map((word) => this.#fold(word)).filter((word) => word !== '');
        this.#add(folded.join(' '), 'words', precision.certainty ?? 'certain', capitalised);
      }
    }
  }

  /** Adds a text to find by its letters in order, whatever is between them. */
  addLetters(writings: readonly (readonly string[])[], certainty: Needle['certainty']): void {
    for (const words of combinations(writings, WRITINGS)) {
      for (const cased of inCases(words)) {
        const joined = cased.join('');
        // In one word, in words, and letter by letter: folding joins letters within a word, and
        // parts words at capitals.
        const forms = [[joined], [joined.toLowerCase()], cased, Array.from(joined)];
        for (const form of forms) {
          const letters = form.map((word) => this.#fold(word)).join('');
          this.#add(letters.replaceAll(' ', ''), 'letters', certainty, false);
        }
      }
    }
  }

  /** Those that find something that no other finds. */
  needles(): Needle[] {
    const all = Array.from(this.#needles.values(), (needle) => ({
      needle,
      words: ` ${needle.text} `,
      letters: needle.text.replaceAll(' ', ''),
    }));
    return all.flatMap((each) =>
      all.some((other) => other !== each && covers(other, each)) ? [] : [each.needle],
    );
  }

  #fold(word: string): string {
    const known = this.#folds.get(word);
    if (known !== undefined) return known;
    const folded = foldMention(word);
    this.#folds.set(word, folded);
    return folded;
  }

  #add(
    text: string,
    within: Needle['within'],
    certainty: Needle['certainty'],
    capitalised: boolean,
  ): void {
    if (text === '') return;
    const key = `${within} ${certainty} ${text}`;
    const known = this.#needles.get(key);
    const isCapitalised = capitalised && (known?.capitalised ?? true);
    this.#needles.set(key, { text, within, certainty, capitalised: isCapitalised });
  }
}

/** As they are and in one case: letters of other scripts may look like others in each. */
function inCases(words: readonly string[]): (readonly string[])[] {
  if (words.every((word) => LATIN.test(word))) return [words];
  return [words, words.map((word) => word.toUpperCase()), words.map((word) => word.toLowerCase())];
}

type Comparable = { needle: Needle; words: string; letters: string };

/** Whether one finds all that the other finds, as certainly. */
function covers(wider: Comparable, { needle, words, letters }: Comparable): boolean {
  const { certainty, capitalised, within, text } = wider.needle;
  if (certainty === 'possible' && needle.certainty === 'certain') return false;
  if (capitalised && !needle.capitalised) return false;
  if (within === 'letters') return letters.includes(text);
  return needle.within === 'words' && words.includes(wider.words);
}
