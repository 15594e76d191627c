import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import { editorText, toEditorRanges } from './text-positions.ts';

/** Words that were found in a text, and where they began then. */
export type FoundInText = { words: string; start: number };

/**
 * A selection of words in the text, at the place where they were found or, where that has moved, at
 * the nearest that has them; the call of the note that holds them. Null if they are gone.
 */
export function selectionOfWords(doc: Node, { words, start }: FoundInText): Selection | null {
  const text = editorText(doc);
  const at = nearest(occurrences(text.text, words), start);
  if (at === null) return null;
  const ranges = toEditorRanges(doc, text, { start: at, end: at + words.length });
  const [from, to] = [ranges[0]?.from, ranges.at(-1)?.to];
  if (from === undefined || to === undefined) return null;
  const $from = doc.resolve(from);
  return $from.parent.type.name === 'footnote'
    ? NodeSelection.create(doc, $from.before())
    : TextSelection.create(doc, from, to);
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

const nearest = (places: readonly number[], count: number): number | null =>
  places.toSorted((a, b) => Math.abs(a - count) - Math.abs(b - count))[0] ?? null;
