import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { scrollToPosition } from '../findings/in-text/finding-navigation.ts';

/** A heading of the text: its words, its level from 2, and its position. */
export type OutlineEntry = { words: string; level: number; position: number };

/** The headings of the text, in its order. */
export function outlineOf({ state }: Editor): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  state.doc.forEach((node, position) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '')
      entries.push({ words: node.textContent, level: node.attrs.level, position });
  });
  return entries;
}

/** Puts the cursor into a heading, and scrolls to it. */
export function goToHeading(editor: Editor, { position }: OutlineEntry): void {
  const { view, state } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position + 1))));
  // In the next frame, once the menu has given the focus back.
  editor.commands.focus(undefined, { scrollIntoView: false });
  scrollToPosition(view, position + 1);
}
