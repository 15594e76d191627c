import type { Editor } from '@tiptap/core';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import type { Quote } from '@viewpoints/domain/findings/finding';
import { sentenceAt } from './in-text/sentence-at.ts';
import { editorText, toTextRange } from './in-text/text-positions.ts';

/** Longest quote that can be stored (UTF-16 units). */
const MAX_QUOTE_LENGTH = 5000;

export type SelectedQuote =
  | { ok: true; quote: Quote }
  | { ok: false; why: 'nothing_selected' | 'too_long' };

/** The quote that the selection covers or, with a bare cursor, the sentence around it. */
export function quoteFromSelection(editor: Editor, language: string): SelectedQuote {
  const { doc, selection } = editor.state;
  const range = selection.empty ? sentenceAt(doc, selection.from, language) : selection;
  const text = editorText(doc);
  const covered = range && toTextRange(doc, text, { from: range.from, to: range.to });
  if (!covered) return { ok: false, why: 'nothing_selected' };
  if (covered.end - covered.start > MAX_QUOTE_LENGTH) return { ok: false, why: 'too_long' };
  return { ok: true, quote: quoteFromRange(text.text, covered.start, covered.end) };
}

export const whyNoQuote = {
  nothing_selected: 'Put the cursor in a sentence, or select the words that carry the position.',
  too_long: 'A quote has at most 5,000 characters: select the sentence that carries the position.',
} as const;
