import { insertedBy, type Json } from './json.ts';
import { type SuggestionKey, suggestedBreak, writeKey } from './suggestion.ts';

/** Characters of context stored before and after a place. */
const AROUND = 40;

type Place = { line: number; start: number; end: number } | { behind: string };

/**
 * Collects where suggestions are in a text: the words around each part, or before a block. Insertions of
 * other suggestions are left out, so that a place changes only when the article changes there.
 */
export class SuggestionPlaces {
  /** The text of each block and note. */
  #lines: string[] = [''];
  #line = 0;
  /** The text of the article before the current node, without insertions. */
  #articleText = '';
  #places = new Map<string, Place[]>();

  /** Records the place of a text node or inline node that is part of suggestions. */
  inLine(node: Json, keys: readonly SuggestionKey[], isInserted: boolean): void {
    const words = this.#lines[this.#line] ?? '';
    const start = words.length;
    if (node.type === 'text' && insertedBy(node) === null) {
      this.#lines[this.#line] = `${words}${node.text ?? ''}`;
      if (!isInserted) this.#articleText += node.text ?? '';
    }
    const end = this.#lines[this.#line]?.length ?? start;
    for (const key of keys) {
      const own = this.#of(key);
      const last = own.at(-1);
      if (last && 'end' in last && last.line === this.#line && last.end === start) last.end = end;
      else own.push({ line: this.#line, start, end });
    }
  }

  /** Records the place of a block that is part of suggestions. */
  ofBlock(keys: readonly SuggestionKey[]): void {
    for (const key of keys) this.#of(key).push({ behind: this.#articleText.slice(-AROUND) });
  }

  /** Starts a line for a block or a note, for as long as `visit` runs. */
  within(isInserted: boolean, visit: () => void): void {
    const outer = this.#line;
    this.#line = this.#lines.push('') - 1;
    if (!isInserted) this.#articleText += '\n';
    visit();
    this.#line = outer;
  }

  of(key: SuggestionKey): string[] {
    return this.#of(key).map((place) => {
      if ('behind' in place) return place.behind;
      const words = this.#lines[place.line] ?? '';
      const before = words.slice(Math.max(0, place.start - AROUND), place.start);
      return `${before}|${words.slice(place.end, place.end + AROUND)}`;
    });
  }

  #of(key: SuggestionKey): Place[] {
    const own = this.#places.get(writeKey(key)) ?? [];
    this.#places.set(writeKey(key), own);
    return own;
  }
}

export const isInLine = ({ type }: Json): boolean =>
  type === 'text' || type === 'hardBreak' || type === suggestedBreak;
