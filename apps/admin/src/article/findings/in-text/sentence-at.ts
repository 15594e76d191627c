import type { Node } from '@tiptap/pm/model';
import type { EditorRange } from './text-positions.ts';

/**
 * The sentence around a position, so that a finding can be proposed without selecting first.
 * Null outside prose. `language` is a BCP 47 tag: full stops work differently in each.
 */
export function sentenceAt(doc: Node, position: number, language: string): EditorRange | null {
  const $position = doc.resolve(position);
  const { parent } = $position;
  if (!parent.isTextblock || parent.type.spec.code) return null;
  // Notes and breaks count as long as they are in the document, so that offsets stay positions.
  const text = parent.textBetween(0, parent.content.size, undefined, (leaf) =>
    ' '.repeat(leaf.nodeSize),
  );
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const found = segments.containing(Math.min($position.parentOffset, Math.max(0, text.length - 1)));
  const sentence = found?.segment.trimEnd() ?? '';
  if (found === undefined || sentence.trim() === '') return null;
  const from = $position.start() + found.index + (sentence.length - sentence.trimStart().length);
  return { from, to: $position.start() + found.index + sentence.length };
}
