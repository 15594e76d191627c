import type { EditorState } from '@tiptap/pm/state';
import type { TypedQuery } from './text-menu.tsx';

/** A slash at the start of a paragraph or after a space, and the letters after it. */
export function slashQuery(state: EditorState): TypedQuery | null {
  return typedBeforeCursor(state, /(?:^|\s)(\/([\p{L}\d ]{0,20}))$/u);
}

/** Two brackets, and the words of a headline after them. */
export function articleQuery(state: EditorState): TypedQuery | null {
  return typedBeforeCursor(state, /(\[\[([^[\]\ufffc]{0,60}))$/u);
}

/** @param pattern what opens a menu: the whole match first, then the words that narrow it */
function typedBeforeCursor(state: EditorState, pattern: RegExp): TypedQuery | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const [, typed, query] = pattern.exec(before) ?? [];
  if (typed === undefined || query === undefined) return null;
  return { query, from: $from.pos - typed.length, to: $from.pos };
}
