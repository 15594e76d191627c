import type { EditorState } from '@tiptap/pm/state';

/** What was typed after a slash, and where; null where no menu is asked for. */
export type SlashQuery = { query: string; from: number; to: number };

/** A slash at the start of a paragraph or after a space, and the letters after it. */
export function slashQuery(state: EditorState): SlashQuery | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const found = /(?:^|\s)\/([\p{L}\d ]{0,20})$/u.exec(before);
  if (found === null) return null;
  const query = found[1] ?? '';
  return { query, from: $from.pos - query.length - 1, to: $from.pos };
}
