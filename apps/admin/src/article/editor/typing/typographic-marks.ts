import { Extension, InputRule } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { quotationMarks } from '@viewpoints/domain/text/quotation-marks';

/** A backtick that is to become code once there is another: what is typed between them stays. */
const inBackticks = /(?:^|[\s([{])`[^`]*$/u;
/** May precede an opening quote: nothing, a space, a bracket, a dash, another quotation mark. */
const beforeQuoted = /(?:^|[\s([{\-–—/“„«‘‚‹「])$/u;
const afterLetter = /[\p{L}\p{N}]$/u;

/**
 * Typewriter marks become those of the language as they are typed: quotation marks, apostrophes,
 * dashes and the ellipsis. Backspace right after gives back what was typed.
 * @param language of the article, read at each mark: it may change meanwhile
 */
export function typographicMarks(language: () => string) {
  return Extension.create({
    name: 'typographicMarks',
    addInputRules: () => [
      replaceTyped(/"$/, (state, before) => quotation(state, before, 'outer')),
      replaceTyped(/'$/, (state, before) => quotation(state, before, 'inner')),
      // Three at the beginning are a divider.
      replaceTyped(/--$/, (_, before) => (/^-?$/.test(before) ? null : '–')),
      replaceTyped(/–-$/, () => '—'),
      replaceTyped(/\.\.\.$/, () => '…'),
    ],
  });

  function quotation(state: EditorState, before: string, level: 'outer' | 'inner'): string | null {
    const marks = quotationMarks(languageAt(state) ?? language());
    if (marks === null) return null;
    const [opening, closing] = marks[level];
    if (level === 'inner' && afterLetter.test(before) && !isOpen(before, opening, closing))
      return '’';
    return beforeQuoted.test(before) ? opening : closing;
  }
}

/** The language that words at the cursor are marked as, where they are. */
function languageAt({ schema, storedMarks, selection }: EditorState): string | null {
  const mark = schema.marks.language?.isInSet(storedMarks ?? selection.$from.marks());
  return mark?.attrs.lang ?? null;
}

/** Whether a quotation has been begun and not ended. */
function isOpen(text: string, opening: string, closing: string): boolean {
  return opening !== closing && text.lastIndexOf(opening) > text.lastIndexOf(closing);
}

/** Replaces what has just been typed; `before` is what the block holds before it. */
function replaceTyped(
  find: RegExp,
  replacement: (state: EditorState, before: string) => string | null,
): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range }) => {
      const { $from } = state.selection;
      const before = $from.parent.textBetween(
        0,
        state.doc.resolve(range.from).parentOffset,
        '\ufffc',
        '\ufffc',
      );
      const text = inBackticks.test(before) ? null : replacement(state, before);
      if (text === null) return null;
      state.tr.insertText(text, range.from, range.to);
    },
  });
}
